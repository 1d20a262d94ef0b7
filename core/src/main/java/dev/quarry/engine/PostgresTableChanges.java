package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;
import static dev.quarry.engine.StandardDialect.KEY;
import static dev.quarry.engine.StandardDialect.VERSION;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** PostgreSQL's way of changing tables: {@code alter table}, and triggers for what follows from other columns. */
final class PostgresTableChanges implements TableChanges {
    private static final StandardDialect DIALECT = new PostgresDialect();

    private final Capabilities capabilities;
    private final TableLocks locks;

    PostgresTableChanges(Capabilities capabilities) {
        this.capabilities = capabilities;
        this.locks = isGated(capabilities) ? TableLocks.GATE : TableLocks.LOCK_TABLE;
    }

    /**
     * Whether writers have to ask at a gate: a lock on the table would keep out what changes it in a transaction of its own, and
     * writers have to know the rules that no index keeps.
     */
    static boolean isGated(Capabilities capabilities) {
        return !capabilities.has(Capability.TABLE_LOCKS)
                || !capabilities.has(Capability.TRANSACTIONAL_DDL)
                || !capabilities.has(Capability.UNIQUE_INDEXES);
    }

    @Override
    public void create(Session session, TableLayout layout) throws SQLException {
        String table = inQuotes(layout.table());
        String create = new SqlTable(DIALECT, layout).create(PostgresDialect.keyDefinition(capabilities));
        session.define(create, "drop table if exists " + table);
        locks.create(session, layout.table());
    }

    @Override
    public void drop(Session session, String table) throws SQLException {
        if (isGated(capabilities)) {
            LookupIndexes.dropAll(session, table);
        }
        locks.drop(session, table);
        List<String> functions = functions(session, table);
        session.afterwards("drop table if exists " + inQuotes(table));
        for (String function : functions) {
            session.afterwards("drop function if exists " + function);
        }
    }

    /** The functions of a table's triggers do not go with it by themselves; their names tell nothing when they are long. */
    private List<String> functions(Session session, String table) throws SQLException {
        if (!capabilities.has(Capability.TRIGGERS)) {
            return List.of();
        }
        return session.texts(
                "select cast(cast(tgfoid as regprocedure) as text) from pg_trigger"
                        + " where tgrelid = cast(? as regclass) and not tgisinternal",
                inQuotes(table));
    }

    /** Gives a table that nobody uses another name, under which its triggers and look-up tables go with it. */
    void putAside(Session session, String table, String name) throws SQLException {
        locks.rename(session, table, name);
        session.afterwards("alter table if exists " + inQuotes(table) + " rename to " + inQuotes(name));
    }

    /** Gives a table that was put aside its name again. */
    void takeBack(Session session, String table, String name) throws SQLException {
        session.define(
                "alter table " + inQuotes(name) + " rename to " + inQuotes(table),
                "alter table if exists " + inQuotes(table) + " rename to " + inQuotes(name));
        locks.rename(session, name, table);
    }

    @Override
    public void lockForReading(Session session, String table) throws SQLException {
        locks.lockForReading(session, table);
    }

    @Override
    public void lock(Session session, String table) throws SQLException {
        locks.lock(session, table);
    }

    /** Keeps everybody else from tables that nobody but the session writes to already. */
    void lockBehindReaders(Session session, Collection<String> tables) throws SQLException {
        locks.lockBehindReaders(session, tables);
    }

    @Override
    public void addColumn(Session session, String table, Column column) throws SQLException {
        session.define(
                "alter table " + inQuotes(table) + " add column " + DIALECT.definition(column),
                "alter table if exists " + inQuotes(table) + " drop column if exists " + inQuotes(column.name()));
    }

    /** A column that may be NULL and is not does no harm, so nothing takes this back. */
    @Override
    public void allowNull(Session session, String table, Column column) throws SQLException {
        session.define(
                "alter table " + inQuotes(table) + " alter column " + inQuotes(column.name()) + " drop not null");
    }

    /** The column is one that the change itself has added, and goes with it. */
    @Override
    public void fill(Session session, String table, String column, String flag, Object value) throws SQLException {
        session.define("update " + inQuotes(table) + " set " + inQuotes(column) + " = " + DIALECT.literal(value)
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
        String function = "create or replace function " + trigger + "() returns trigger language plpgsql as "
                + dollarQuoted("begin if new." + inQuotes(flag) + " is not distinct from 1 then" + whenThere + " else "
                        + target + " := null; end if; return new; end");
        Optional<String> before = definition(session, trigger);
        if (before.isPresent()) {
            session.define(function, before.get());
            return;
        }
        session.define(function, "drop function if exists " + trigger + "()");
        session.define(
                "create trigger " + trigger + " before insert or update on " + inQuotes(table)
                        + " for each row execute function " + trigger + "()",
                "drop trigger if exists " + trigger + " on " + inQuotes(table));
    }

    /** What makes a trigger's function as it is, if there is one. */
    private static Optional<String> definition(Session session, String function) throws SQLException {
        return session
                .texts("select pg_get_functiondef(f) from to_regprocedure(?) as f where f is not null", function + "()")
                .stream()
                .findFirst();
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
        session.define("insert into " + inQuotes(to.table()) + " (" + own + names + ") select " + own + values
                + " from " + inQuotes(from));
    }
}
