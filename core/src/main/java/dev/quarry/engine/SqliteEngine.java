package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite, in a file or in memory. */
final class SqliteEngine implements Engine {
    private static final Pattern UNIQUE = Pattern.compile("UNIQUE constraint failed: (.*?)\\)?$");
    private static final Pattern USED_INDEX = Pattern.compile("USING (?:COVERING )?INDEX (\\S+)");
    private static final SqliteDialect DIALECT = new SqliteDialect();
    private static final SqliteTableChanges CHANGES = new SqliteTableChanges();

    private final Connections connections;
    private final Optional<Copies> copies;

    private SqliteEngine(Connections connections, Optional<Copies> copies) {
        this.connections = connections;
        this.copies = copies;
    }

    static Engine open(Path file, Settings settings) {
        requireNothingMissing(file.toString(), settings);
        Connections all = new SqliteFile(SqliteConnector.toFile(file, settings), settings);
        Connections connections = new ThreadBound(all);
        return new SqliteEngine(connections, Optional.of(new SqliteCopies(file.toAbsolutePath(), connections, all)));
    }

    static Engine inMemory(Settings settings) {
        requireNothingMissing("the database in memory", settings);
        return new SqliteEngine(
                new ThreadBound(new SqliteMemory(SqliteConnector.inMemory(settings), settings)), Optional.empty());
    }

    private static void requireNothingMissing(String location, Settings settings) {
        if (!settings.without().isEmpty()) {
            throw new CannotOpen(
                    location, "SQLite lacks nothing of what without(…) was given; open it without that", null);
        }
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Connections connections() {
        return connections;
    }

    /** SQLite keeps all names that begin with {@code sqlite_} to itself. */
    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String tableName(String store, long generation) {
        String reserved = "sqlite_";
        boolean taken = store.regionMatches(true, 0, reserved, 0, reserved.length());
        return (taken ? "_" : "") + store + "__g" + generation;
    }

    @Override
    public String identifier(String name) {
        return name;
    }

    @Override
    public TableStatements table(TableLayout layout) {
        return new SqlTable(DIALECT, layout);
    }

    @Override
    public WriteAccess access(TableLayout layout) {
        return new SqlWrites(table(layout));
    }

    @Override
    public TableChanges changes() {
        return CHANGES;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
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
        PreparedStatement statement =
                session.statement("select 1 from sqlite_schema where type = 'table' and name = ?");
        statement.setString(1, table);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    @Override
    public void createCatalog(Session session) throws SQLException {
        session.executeOnce(
                "create table quarry_meta (key text primary key, value text not null) strict, without rowid");
        session.executeOnce(
                "create table quarry_store (name text primary key, entry text not null) strict, without rowid");
        session.executeOnce("create table quarry_history (store integer not null, version integer not null,"
                + " entry text not null, primary key (store, version)) strict, without rowid");
        for (String change : List.of("update", "delete")) {
            session.executeOnce("create trigger quarry_history_" + change + " before " + change
                    + " on quarry_history begin select raise(abort, 'the history of stores is only ever added"
                    + " to'); end");
        }
    }

    /** Its functions are those of the JVM that has the file open. */
    @Override
    public String functions() {
        return "";
    }

    @Override
    public void createFunctions(Session session) {}

    @Override
    public void createMigrationHistory(Session session) throws SQLException {
        session.executeOnce("create table quarry_migration_history (id integer primary key, run integer not null,"
                + " version integer not null, description text not null, checksum text not null, outcome text not null,"
                + " started text not null, millis integer not null, records integer not null, detail text not null)"
                + " strict");
        for (String change : List.of("update", "delete")) {
            session.executeOnce("create trigger quarry_migration_history_" + change + " before " + change
                    + " on quarry_migration_history begin"
                    + " select raise(abort, 'the history of migrations is only ever added to'); end");
        }
    }

    @Override
    public long size(Session session) throws SQLException {
        return session.number("select (page_count - freelist_count) * page_size"
                + " from pragma_page_count, pragma_freelist_count, pragma_page_size");
    }

    @Override
    public long size(Session session, String table) throws SQLException {
        return session.number(
                "select coalesce(sum(pgsize), 0) from dbstat"
                        + " where aggregate = true and name in (select name from sqlite_schema where tbl_name = ?)",
                table);
    }

    @Override
    public Optional<Copies> copies() {
        return copies;
    }

    @Override
    public List<String> indexes(Session session, String table) throws SQLException {
        return session.texts(
                "select name from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null order by name",
                table);
    }

    @Override
    public void createIndex(Session session, String table, String index, List<IndexColumn> columns, boolean unique)
            throws SQLException {
        String list = columns.stream()
                .map(column -> SqliteDialect.inQuotes(column.name()) + (column.descending() ? " desc" : ""))
                .collect(Collectors.joining(", ", "(", ")"));
        session.executeOnce("create " + (unique ? "unique " : "") + "index " + SqliteDialect.inQuotes(index) + " on "
                + SqliteDialect.inQuotes(table) + list);
    }

    @Override
    public void dropIndex(Session session, String table, String index) throws SQLException {
        session.executeOnce("drop index " + SqliteDialect.inQuotes(index));
    }

    @Override
    public Optional<List<String>> violatedColumns(SQLException failure) {
        boolean unique = failure instanceof SQLiteException e
                && (e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
        if (!unique) {
            return Optional.empty();
        }
        Matcher matcher = UNIQUE.matcher(failure.getMessage());
        if (!matcher.find()) {
            return Optional.of(List.of());
        }
        return Optional.of(Arrays.stream(matcher.group(1).split(", "))
                .map(qualified -> qualified.substring(qualified.indexOf('.') + 1))
                .toList());
    }

    @Override
    public boolean isTableMissing(SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("no such table");
    }

    @Override
    public AccessPath explain(Session session, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = session.statement("explain query plan " + sql);
        session.bind(statement, values);
        List<String> steps = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        List<String> indexes = steps.stream()
                .map(USED_INDEX::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .map(index -> index.startsWith("sqlite_autoindex") ? AccessPath.KEY : index)
                .distinct()
                .toList();
        boolean scans = steps.stream().anyMatch(step -> step.equals("SCAN t") || step.startsWith("SCAN t "));
        return new AccessPath(indexes, scans, steps);
    }

    @Override
    public void close() {
        connections.close();
    }
}
