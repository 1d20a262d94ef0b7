package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;
import static dev.quarry.engine.StandardDialect.KEY;
import static dev.quarry.engine.StandardDialect.VERSION;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** PostgreSQL's way of changing tables: {@code alter table}, and triggers for what follows from other columns. */
final class PostgresTableChanges implements TableChanges {
    private static final StandardDialect DIALECT = new PostgresDialect();
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    @Override
    public void lockForReading(Session session, String table) throws SQLException {
        session.executeOnce("lock table " + inQuotes(table) + " in exclusive mode");
    }

    @Override
    public void lock(Session session, String table) throws SQLException {
        session.executeOnce("lock table " + inQuotes(table) + " in access exclusive mode");
    }

    /**
     * Keeps everybody else from tables that nobody but the session writes to already. A transaction that has read such a table and
     * then waits to write to it never gets there, and ends when its time is over: until then the server sees a deadlock each time
     * that it looks, and what was done so far is not given up for that.
     */
    static void lockBehindReaders(Session session, Collection<String> tables) throws SQLException {
        String lock = tables.stream()
                .map(PostgresDialect::inQuotes)
                .collect(Collectors.joining(", ", "lock table ", " in access exclusive mode"));
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            try {
                PostgresSavepoint.execute(session, lock);
                return;
            } catch (SQLException e) {
                if (!PostgresFailures.isConflict(e) || System.nanoTime() - deadline > 0) {
                    throw e;
                }
            }
        }
    }

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
        session.executeOnce("update " + inQuotes(table) + " set " + inQuotes(column) + " = " + DIALECT.literal(value)
                + " where " + inQuotes(flag) + " = 1");
    }

    /** A trigger before the row is written changes what is written. */
    @Override
    public void keepInStep(Session session, String table, String column, String flag, Optional<Object> value)
            throws SQLException {
        String trigger = inQuotes(table + "{" + column + "}");
        String target = "new." + inQuotes(column);
        String whenThere = value.map(form ->
                        " if " + target + " is null then " + target + " := " + DIALECT.literal(form) + "; end if;")
                .orElse(" null;");
        session.executeOnce("create or replace function " + trigger + "() returns trigger language plpgsql as "
                + dollarQuoted("begin if new." + inQuotes(flag) + " is not distinct from 1 then" + whenThere + " else "
                        + target + " := null; end if; return new; end"));
        session.executeOnce("drop trigger if exists " + trigger + " on " + inQuotes(table));
        session.executeOnce("create trigger " + trigger + " before insert or update on " + inQuotes(table)
                + " for each row execute function " + trigger + "()");
    }

    /** A text between marks that are not in it. */
    private static String dollarQuoted(String text) {
        String mark = "$quarry$";
        for (int i = 2; text.contains(mark); i++) {
            mark = "$quarry" + i + "$";
        }
        return mark + text + mark;
    }

    @Override
    public void copy(Session session, String from, TableLayout to, Map<String, String> columns) throws SQLException {
        String names = to.columns().stream()
                .map(column -> ", " + inQuotes(column.name()))
                .collect(Collectors.joining());
        String values = to.columns().stream()
                .map(column -> ", " + inQuotes(Objects.requireNonNull(columns.get(column.name()))))
                .collect(Collectors.joining());
        String own = inQuotes(KEY) + ", " + inQuotes(VERSION);
        session.executeOnce("insert into " + inQuotes(to.table()) + " (" + own + names + ") select " + own + values
                + " from " + inQuotes(from));
    }
}
