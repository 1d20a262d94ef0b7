package dev.quarry.engine;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreStatement;

/** One connection with the statements it has prepared, least recently used first out. Used by one thread at a time. */
public final class Session {
    private static final int KEPT_STATEMENTS = 256;

    private final Connection connection;
    private final Consumer<String> prepared;
    private final ValueBinder binder;
    private final Execution execution;
    private final Definitions definitions;
    private boolean written;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * A session on a connection.
     *
     * @param prepared told of each statement that the session does not have
     */
    Session(Connection connection, Consumer<String> prepared, ValueBinder binder) {
        this(connection, prepared, binder, Session::update, Definitions.INSIDE);
    }

    private Session(
            Connection connection,
            Consumer<String> prepared,
            ValueBinder binder,
            Execution execution,
            Definitions definitions) {
        this.connection = connection;
        this.prepared = prepared;
        this.binder = binder;
        this.execution = execution;
        this.definitions = definitions;
    }

    /** The same, as long as nothing has been asked of it, with its own way to {@link #execute}. */
    Session executing(Execution other) {
        return new Session(connection, prepared, binder, other, definitions);
    }

    /** The same, as long as nothing has been asked of it, with its own way to make tables. */
    Session defining(Definitions other) {
        return new Session(connection, prepared, binder, execution, other);
    }

    /** Runs a statement that gives no rows. */
    @FunctionalInterface
    interface Execution {
        /** The number of rows that it changed. */
        int run(Session session, String sql, @Nullable Object... values) throws SQLException;
    }

    /** Whether anything but queries has been run, which may have written something. */
    boolean hasWritten() {
        return written;
    }

    Connection connection() {
        return connection;
    }

    /** The statement for this text, prepared the first time; it belongs to the session and must not be closed. */
    public PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null && isUsable(known)) {
            return known;
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        binder.prepare(fresh);
        prepared.accept(sql);
        statements.put(sql, fresh);
        if (statements.size() > KEPT_STATEMENTS) {
            closeEldest();
        }
        return fresh;
    }

    /** SQLite's driver ends a statement that failed, as on a full disk, without {@code isClosed()} saying so. */
    private static boolean isUsable(PreparedStatement statement) {
        return !(statement instanceof CoreStatement sqlite) || !sqlite.pointer.isClosed();
    }

    private void closeEldest() throws SQLException {
        var eldest = statements.entrySet().iterator();
        PreparedStatement statement = eldest.next().getValue();
        eldest.remove();
        statement.close();
    }

    /** Runs a statement that gives no rows; the number of rows it changed. */
    public int execute(String sql, @Nullable Object... values) throws SQLException {
        written = true;
        return execution.run(this, sql, values);
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, values);
        return statement.executeUpdate();
    }

    /** Runs a statement that writes, or locks what is about to be written, and gives rows; the caller closes them. */
    ResultSet returning(String sql, @Nullable Object... values) throws SQLException {
        written = true;
        PreparedStatement statement = statement(sql);
        bind(statement, values);
        return statement.executeQuery();
    }

    /** Runs a query, and reads the texts in the first column of its rows. */
    public List<String> texts(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, values);
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Runs a query that gives one row, and reads the whole number in its first column. */
    public long number(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Runs a statement that gives no rows once for each of several rows of values, all of which have the same types; how many rows
     * each changed.
     */
    public int[] executeAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
        written = true;
        PreparedStatement statement = statement(sql);
        for (@Nullable Object[] row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        try {
            return statement.executeBatch();
        } catch (BatchUpdateException e) {
            // it says no more than its cause, but for all the values
            throw e.getNextException() == null ? e : e.getNextException();
        }
    }

    /** Runs a statement that is not worth keeping, such as one that creates a table. */
    public void executeOnce(String sql) throws SQLException {
        written = true;
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Makes a table, an index or the like; see {@link Definitions#define}. */
    void define(String statement, String... undo) throws SQLException {
        written = true;
        definitions.define(this, statement, undo);
    }

    /** Drops or puts aside what nobody will use any more when the change is committed; see {@link Definitions#afterwards}. */
    void afterwards(String statement) throws SQLException {
        written = true;
        definitions.afterwards(this, statement);
    }

    /** What writes rows into tables that the change itself has made; they are seen by the rest of it after {@link #filled}. */
    public Session filling() throws SQLException {
        return definitions.filling(this);
    }

    /** Lets the rest of the change see the rows of tables that it has made. */
    public void filled() throws SQLException {
        definitions.filled();
    }

    /** A statement that is not worth keeping and has values or gives rows; the caller closes it. */
    PreparedStatement unkept(String sql) throws SQLException {
        prepared.accept(sql);
        return connection.prepareStatement(sql);
    }

    /** Binds values to all question marks of a statement, in order: stored forms, and Boolean as 1 and 0. */
    public void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            binder.bind(statement, i + 1, values[i]);
        }
    }

    void close() throws SQLException {
        statements.clear();
        connection.close();
    }
}
