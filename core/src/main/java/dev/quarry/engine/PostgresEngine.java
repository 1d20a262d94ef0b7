package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;

import dev.quarry.error.CannotOpen;
import dev.quarry.error.DatabaseBusy;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL, in the schema that is first on the search path of its connections. */
final class PostgresEngine implements Engine {
    private static final int OLDEST_VERSION = 13;

    /** The columns of a unique rule stand in the same form in the server's messages of every language. */
    private static final Pattern VIOLATED = Pattern.compile("\\((.*?)\\)=\\(");

    private static final PostgresDialect DIALECT = new PostgresDialect();

    private final Connections connections;
    private final Capabilities capabilities;
    private final PostgresTableChanges changes;

    private PostgresEngine(Connections connections, Capabilities capabilities) {
        this.connections = connections;
        this.capabilities = capabilities;
        this.changes = new PostgresTableChanges(capabilities);
    }

    static Engine open(String url, Settings settings) {
        DataSource pool = PostgresPool.of(url, settings);
        Runnable close = () -> PostgresPool.close(pool);
        try {
            return open(pool, close, PostgresPool.withoutSecrets(url), settings);
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
    }

    static Engine open(DataSource source, Settings settings) {
        return open(source, () -> {}, "the database of " + source.getClass().getSimpleName(), settings);
    }

    private static Engine open(DataSource pool, Runnable close, String location, Settings settings) {
        PostgresSource source = new PostgresSource(pool);
        Capabilities capabilities;
        try (Connection connection = source.take()) {
            requireUsable(connection, location);
            requireDurable(connection, location, settings);
            capabilities = PostgresCapabilities.settle(
                    new Session(connection, sql -> {}, new PostgresBinder()), location, settings);
        } catch (SQLException e) {
            throw PostgresFailures.isBusy(e) ? new DatabaseBusy(location, e) : new CannotOpen(location, reason(e), e);
        }
        return new PostgresEngine(
                new ThreadBound(new PostgresConnections(source, close, location, settings, capabilities)),
                capabilities);
    }

    /** What pools and drivers say of their own accord is less than what they met with. */
    private static String reason(SQLException e) {
        String reason = String.valueOf(e.getMessage());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            boolean unknown = cause instanceof UnknownHostException;
            String words = unknown ? "the host " + cause.getMessage() + " is not known" : cause.getMessage();
            reason = words == null ? reason : words;
        }
        return reason;
    }

    /** What could make an answer differ from Java's is refused here. */
    private static void requireUsable(Connection connection, String location) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (!server.getDatabaseProductName().equals("PostgreSQL")) {
            throw new CannotOpen(location, "this is " + server.getDatabaseProductName() + ", not PostgreSQL", null);
        }
        if (server.getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw new CannotOpen(
                    location,
                    "this is PostgreSQL " + server.getDatabaseProductVersion() + "; Quarry needs " + OLDEST_VERSION
                            + " or later",
                    null);
        }
        if (!connection.isWrapperFor(PGConnection.class)) {
            throw new CannotOpen(
                    location,
                    "its connections are not those of the driver org.postgresql:postgresql, which it takes",
                    null);
        }
        require(connection, location, "server_encoding", "UTF8", "other encodings cannot hold every text");
        require(connection, location, "standard_conforming_strings", "on", "without it a backslash changes a text");
        if (Integer.parseInt(setting(connection, "extra_float_digits")) < 1) {
            throw new CannotOpen(
                    location,
                    "its extra_float_digits is below 1, so that doubles would be read rounded; leave it out of what the role, the"
                            + " database or the DataSource sets",
                    null);
        }
        requireSchema(connection, location);
    }

    private static void requireSchema(Connection connection, String location) throws SQLException {
        if (connection.getSchema() == null) {
            throw new CannotOpen(
                    location,
                    "of the schemas of its search_path (" + setting(connection, "search_path")
                            + ") none is there, or none that this role may use; create one, or name another with currentSchema",
                    null);
        }
        for (String other : othersWithStores(connection)) {
            throw new CannotOpen(
                    location,
                    "behind " + connection.getSchema() + ", the first schema of its search_path ("
                            + setting(connection, "search_path") + "), there is " + other
                            + " with stores of its own, which could be taken for those of the first; name one of them alone"
                            + " with currentSchema",
                    null);
        }
    }

    /** Tables are named without their schema: one that is gone from the first would be looked for in the next. */
    private static List<String> othersWithStores(Connection connection) throws SQLException {
        List<String> others = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select distinct schemaname from pg_tables"
                        + " where tablename = 'quarry_store' and schemaname = any (current_schemas(false))"
                        + " and schemaname <> current_schema() order by schemaname");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                others.add(rows.getString(1));
            }
        }
        return others;
    }

    private static void require(Connection connection, String location, String setting, String value, String why)
            throws SQLException {
        String there = setting(connection, setting);
        if (!there.equals(value)) {
            throw new CannotOpen(
                    location, "its " + setting + " is " + there + " and has to be " + value + ": " + why, null);
        }
    }

    /** The connections of Quarry's own pool are told; those of the program's are the program's affair. */
    private static void requireDurable(Connection connection, String location, Settings settings) throws SQLException {
        boolean promised = settings.synchronous() == Settings.Synchronous.FULL && !settings.readOnly();
        if (promised && setting(connection, "synchronous_commit").equals("off")) {
            throw new CannotOpen(
                    location,
                    "its synchronous_commit is off, so that a power cut takes writes that returned: set it to on for the"
                            + " connections of the DataSource, or say synchronousNormal()",
                    null);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement show = connection.prepareStatement("select current_setting(?)")) {
            show.setString(1, name);
            try (ResultSet row = show.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public String tableName(String store, long generation) {
        return store + "__g" + generation;
    }

    @Override
    public String identifier(String name) {
        return PostgresDialect.identifier(name);
    }

    @Override
    public TableStatements table(TableLayout layout) {
        return new SqlTable(DIALECT, layout);
    }

    @Override
    public WriteAccess access(TableLayout layout) {
        return PostgresTableChanges.isGated(capabilities)
                ? new GatedAccess(layout.table(), table(layout))
                : new SqlWrites(table(layout));
    }

    @Override
    public TableChanges changes() {
        return changes;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public QueryDialect dialect() {
        return DIALECT;
    }

    @Override
    public boolean hasCatalog(Session session) throws SQLException {
        return hasTable(session, "quarry_store");
    }

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        return PostgresCatalog.hasTable(session, identifier(table));
    }

    @Override
    public void createCatalog(Session session) throws SQLException {
        define(session, PostgresCatalog.statements(capabilities));
    }

    /** In one text where that may be: one way to the server and back instead of many. */
    private void define(Session session, List<String> statements) throws SQLException {
        if (capabilities.has(Capability.TRANSACTIONAL_DDL)) {
            session.define(String.join(";\n", statements));
            return;
        }
        for (String statement : statements) {
            session.define(statement);
        }
    }

    @Override
    public String functions() {
        return capabilities.has(Capability.STORED_FUNCTIONS) ? PostgresFunctions.version() : "";
    }

    /** Their bodies are checked by tests, not here again. */
    @Override
    public void createFunctions(Session session) throws SQLException {
        if (capabilities.has(Capability.TRANSACTIONAL_DDL)) {
            session.executeOnce("set local check_function_bodies = off");
        }
        define(session, PostgresFunctions.statements());
    }

    @Override
    public void createMigrationHistory(Session session) throws SQLException {
        define(session, PostgresCatalog.migrationHistory(capabilities));
    }

    @Override
    public long size(Session session) throws SQLException {
        return session.number("select pg_database_size(current_database())");
    }

    @Override
    public long size(Session session, String table) throws SQLException {
        long size = relationSize(session, table);
        if (PostgresTableChanges.isGated(capabilities)) {
            for (LookupTable lookup : LookupIndexes.of(session, table)) {
                size += relationSize(session, lookup.name());
            }
        }
        return size;
    }

    private static long relationSize(Session session, String table) throws SQLException {
        return session.number("select pg_total_relation_size(cast(? as regclass))", inQuotes(table));
    }

    @Override
    public Optional<Copies> copies() {
        return Optional.of(new PostgresCopies(this, changes));
    }

    @Override
    public List<String> indexes(Session session, String table) throws SQLException {
        return session.texts(
                "select relname from pg_index join pg_class on oid = indexrelid"
                        + " where indrelid = cast(? as regclass) and not indisprimary order by relname",
                inQuotes(table));
    }

    /** Of a rule that is broken already, the caller looks for examples. */
    @Override
    public void createIndex(Session session, String table, String index, List<IndexColumn> columns, boolean unique)
            throws SQLException {
        boolean lookedUp = unique && !capabilities.has(Capability.UNIQUE_INDEXES);
        if (lookedUp) {
            LookupIndexes.create(session, table, index, columns);
        }
        String list = columns.stream()
                .map(column -> inQuotes(column.name()) + PostgresDialect.indexDirection(column.descending()))
                .collect(Collectors.joining(", ", "(", ")"));
        session.define(
                "create " + (unique && !lookedUp ? "unique " : "") + "index " + inQuotes(index) + " on "
                        + inQuotes(table) + " " + list,
                "drop index if exists " + inQuotes(index));
    }

    @Override
    public void dropIndex(Session session, String table, String index) throws SQLException {
        if (!capabilities.has(Capability.UNIQUE_INDEXES)) {
            LookupIndexes.drop(session, table, index);
        }
        session.afterwards("drop index if exists " + inQuotes(index));
    }

    @Override
    public Optional<List<String>> violatedColumns(SQLException failure) {
        if (!PostgresFailures.state(failure).equals(PostgresFailures.UNIQUE_VIOLATION)) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        ServerErrorMessage message = failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
        String detail = message == null ? null : message.getDetail();
        Matcher matcher = VIOLATED.matcher(detail == null ? "" : detail);
        if (matcher.find()) {
            for (String name : matcher.group(1).split(", ", -1)) {
                columns.add(name.startsWith("\"") ? name.substring(1, name.length() - 1) : name);
            }
        }
        return Optional.of(columns);
    }

    @Override
    public boolean isTableMissing(SQLException failure) {
        return PostgresFailures.state(failure).equals(PostgresFailures.UNDEFINED_TABLE);
    }

    @Override
    public AccessPath explain(Session session, String sql, @Nullable Object... values) throws SQLException {
        return PostgresExplain.explain(session, sql, values);
    }

    @Override
    public void close() {
        connections.close();
    }
}
