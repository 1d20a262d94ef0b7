package dev.quarry.engine;

import static dev.quarry.engine.SqliteDialect.inQuotes;
import static dev.quarry.engine.StandardDialect.KEY;
import static dev.quarry.engine.StandardDialect.VERSION;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** SQLite's way of changing tables: {@code alter table} for what it can do, triggers for what follows from other columns. */
final class SqliteTableChanges implements TableChanges {
    private static final StandardDialect DIALECT = new SqliteDialect();

    @Override
    public void create(Session session, TableLayout layout) throws SQLException {
        session.define(new SqlTable(DIALECT, layout).create(SqliteDialect.KEY_DEFINITION));
    }

    @Override
    public void drop(Session session, String table) throws SQLException {
        session.afterwards("drop table " + inQuotes(table));
    }

    /** There is only one writer. */
    @Override
    public void lockForReading(Session session, String table) {}

    /** Readers see what was committed before. */
    @Override
    public void lock(Session session, String table) {}

    @Override
    public void addColumn(Session session, String table, Column column) throws SQLException {
        session.executeOnce("alter table " + inQuotes(table) + " add column " + DIALECT.definition(column));
    }

    @Override
    public void allowNull(Session session, String table, Column column) throws SQLException {
        session.executeOnce(
                "alter table " + inQuotes(table) + " alter column " + inQuotes(column.name()) + " drop not null");
    }

    @Override
    public void fill(Session session, String table, String column, String flag, Object value) throws SQLException {
        session.executeOnce("update " + inQuotes(table) + " set " + inQuotes(column) + " = " + SqliteLiterals.of(value)
                + " where " + inQuotes(flag) + " is 1");
    }

    /** One trigger for each event; SQLite fires none of them again for what they write themselves. */
    @Override
    public void keepInStep(Session session, String table, String column, String flag, Optional<Object> value)
            throws SQLException {
        String isThere = inQuotes(flag) + " is 1";
        String isGiven = inQuotes(column) + " is not null";
        String outOfStep = value.isPresent()
                ? "(new." + isThere + ") <> (new." + isGiven + ")"
                : "not (new." + isThere + ") and new." + isGiven;
        String right = value.map(form -> "case when " + isThere + " then " + SqliteLiterals.of(form) + " end")
                .orElse("null");
        for (String event : List.of("insert", "update")) {
            String trigger = inQuotes(table + "{" + column + "}" + event);
            session.executeOnce("drop trigger if exists " + trigger);
            session.executeOnce("create trigger " + trigger + " after " + event + " on " + inQuotes(table) + " when "
                    + outOfStep + " begin update " + inQuotes(table) + " set " + inQuotes(column) + " = " + right
                    + " where " + inQuotes(KEY) + " = new." + inQuotes(KEY) + "; end");
        }
    }

    @Override
    public void copy(Session session, String from, TableLayout to, Map<String, String> columns) throws SQLException {
        String names = to.columns().stream()
                .map(column -> ", " + inQuotes(column.name()))
                .collect(Collectors.joining());
        String values = to.columns().stream()
                .map(column ->
                        ", " + converted(inQuotes(Objects.requireNonNull(columns.get(column.name()))), column.kind()))
                .collect(Collectors.joining());
        String own = inQuotes(KEY) + ", " + inQuotes(VERSION);
        session.executeOnce("insert into " + inQuotes(to.table()) + " (" + own + names + ") select " + own + values
                + " from " + inQuotes(from) + " order by " + inQuotes(KEY));
    }

    private static String converted(String column, ColumnKind kind) {
        return kind == ColumnKind.DOUBLE
                ? "iif(typeof(" + column + ") = 'integer', cast(" + column + " as real), " + column + ")"
                : column;
    }
}
