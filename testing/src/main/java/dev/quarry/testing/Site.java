package dev.quarry.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database as plain JDBC sees it: for tests that look behind the library, or damage what it has written. What differs between
 * the engines' SQL stands here. Immutable.
 *
 * @param place what it is
 * @param location what the library opens: a file's path, or a server's URL
 */
public record Site(Place place, String location) {

    /** A new schema on the tests' own PostgreSQL, on whatever server the others are tested. */
    public static Site onOwnServer() {
        return new Site(Place.POSTGRESQL, PostgresServer.newOwnDatabase());
    }

    /** A connection of its own, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(place == Place.FILE ? "jdbc:sqlite:" + location : location);
    }

    /** The location as messages name it. */
    public String named() {
        int options = location.indexOf('?');
        return place == Place.FILE || options < 0 ? location : location.substring(0, options);
    }

    /** Runs one statement, which writes bytes as {@code x'0102'}; how many rows it changed. */
    public int run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(ownWords(sql));
        }
    }

    private String ownWords(String sql) {
        return place == Place.FILE ? sql : sql.replaceAll("\\bx'([0-9a-f]*)'", "'\\\\x$1'::bytea");
    }

    /** The first column of all rows, as texts. */
    public List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The names of all tables, in order. */
    public List<String> tables() throws SQLException {
        return switch (place) {
            case FILE -> column("select name from sqlite_schema where type = 'table' order by name");
            case POSTGRESQL, MINIMAL ->
                column(
                        "select tablename::text collate \"C\" from pg_tables where schemaname = current_schema() order by 1");
        };
    }

    /** The names of the tables that hold records, in order. */
    public List<String> dataTables() throws SQLException {
        return switch (place) {
            case FILE ->
                tables().stream().filter(table -> table.contains("__g")).toList();
            case POSTGRESQL, MINIMAL ->
                column("select relname::text collate \"C\" from pg_class join pg_attribute on attrelid = pg_class.oid"
                        + " where relnamespace = current_schema()::regnamespace and relkind = 'r' and attname = '#key'"
                        + " order by 1");
        };
    }

    /** The names of a table's columns. */
    public List<String> columns(String table) throws SQLException {
        return switch (place) {
            case FILE -> column("select name from pragma_table_info('" + table + "') order by cid");
            case POSTGRESQL, MINIMAL ->
                column("select attname from pg_attribute where attrelid = '\"" + table
                        + "\"'::regclass and attnum > 0 and not attisdropped order by attnum");
        };
    }

    /** The names of the indexes of all tables that hold records, those of their keys left out, in order. */
    public List<String> indexes() throws SQLException {
        return switch (place) {
            case FILE ->
                column("select name from sqlite_schema where type = 'index' and sql is not null order by name");
            case POSTGRESQL, MINIMAL ->
                column("select relname::text collate \"C\" from pg_index join pg_class on oid = indexrelid"
                        + " where relnamespace = current_schema()::regnamespace and not indisprimary order by 1");
        };
    }

    /** How many transactions and parts of transactions whoever uses a table of a server is in the middle of. */
    public long openTransactions(String table) throws SQLException {
        return Long.parseLong(column("select count(*) from pg_locks where locktype = 'transactionid' and pid in"
                        + " (select pid from pg_locks where relation = '\"" + table + "\"'::regclass)")
                .get(0));
    }

    /** The columns of an index, in its order. */
    public List<String> indexColumns(String index) throws SQLException {
        return switch (place) {
            case FILE -> column("select name from pragma_index_info('" + index + "') order by seqno");
            case POSTGRESQL, MINIMAL ->
                column("select attname from pg_attribute where attrelid = '\"" + index
                        + "\"'::regclass order by attnum");
        };
    }

    /** The names of what a change of a table has left in the database besides tables and indexes. */
    public List<String> triggers() throws SQLException {
        return switch (place) {
            case FILE -> column("select name from sqlite_schema where type = 'trigger' order by name");
            case POSTGRESQL, MINIMAL ->
                column(
                        "select proname::text collate \"C\" from pg_proc where pronamespace = current_schema()::regnamespace"
                                + " and prorettype = 'trigger'::regtype order by 1");
        };
    }

    /** Begins a transaction that lets nobody else write until it ends. */
    public void lockForWriting(Statement statement) throws SQLException {
        if (place == Place.FILE) {
            statement.executeUpdate("begin immediate");
        } else {
            lockTables(statement, "exclusive");
        }
    }

    /** Begins a transaction that lets nobody else read or write until it ends. */
    public void lockForReading(Statement statement) throws SQLException {
        if (place == Place.FILE) {
            statement.executeUpdate("pragma locking_mode = exclusive");
            statement.executeUpdate("begin exclusive");
        } else {
            lockTables(statement, "access exclusive");
        }
    }

    private void lockTables(Statement statement, String mode) throws SQLException {
        statement.executeUpdate("begin");
        for (String table : tables()) {
            statement.executeUpdate("lock table \"" + table + "\" in " + mode + " mode");
        }
    }

    /** What is wrong with how the data is kept; empty if nothing is. A server sees to that by itself. */
    public List<String> faults() throws SQLException {
        return place == Place.FILE
                ? column("pragma integrity_check").stream()
                        .filter(line -> !line.equals("ok"))
                        .toList()
                : List.of();
    }
}
