package dev.quarry.engine;

import dev.quarry.engine.CapabilityProbe.Probe;
import dev.quarry.engine.CapabilityProbe.Probing;
import dev.quarry.engine.CapabilityProbe.Trial;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What Quarry relies on where it speaks PostgreSQL's language, and how a server shows that it has it. */
final class PostgresProbes {
    private static final String TABLE =
            "create table quarry_probe (k text collate \"C\" not null primary key, n bigint, d double precision)";

    private PostgresProbes() {}

    static List<Probe> all() {
        return List.of(
                needed("a write on the condition that its key is new or was there", PostgresProbes::conditionalWrites),
                needed("texts in the order of their code points", PostgresProbes::textOrder),
                needed("doubles with NaN and both zeros", PostgresProbes::doubles),
                needed("snapshots (repeatable read)", PostgresProbes::snapshots),
                needed("transactions as if each were alone (serializable)", PostgresProbes::serializable),
                needed("savepoints", PostgresProbes::savepoints),
                needed("rows that are locked shared", PostgresProbes::sharedRows),
                declarable(Capability.TRANSACTIONAL_DDL, PostgresProbes::transactionalDdl),
                declarable(Capability.ORDERED_KEYS, PostgresProbes::orderedKeys),
                declarable(Capability.TABLE_LOCKS, PostgresProbes::tableLocks),
                declarable(Capability.ADVISORY_LOCKS, PostgresProbes::advisoryLocks),
                declarable(Capability.UNIQUE_INDEXES, PostgresProbes::uniqueIndexes),
                declarable(Capability.TRIGGERS, PostgresProbes::triggers),
                declarable(Capability.STORED_FUNCTIONS, PostgresProbes::storedFunctions));
    }

    private static Probe needed(String subject, Trial trial) {
        return new Probe(subject, Optional.empty(), trial);
    }

    private static Probe declarable(Capability capability, Trial trial) {
        return new Probe(capability.words(), Optional.of(capability), trial);
    }

    /** Removes what a trial may have left. */
    static void clear(Connection connection) throws SQLException {
        run(connection, "drop table if exists quarry_probe");
        run(connection, "drop table if exists quarry_probe_second");
        for (String function : List.of("quarry_probe_trigger()", "quarry_probe_twice(bigint)")) {
            attempt(connection, "drop function if exists " + function);
        }
    }

    private static Optional<String> conditionalWrites(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            String upsert = "insert into quarry_probe as p (k, n) values ('a', %d) on conflict (k) do update"
                    + " set n = p.n + excluded.n where p.n < 3";
            return expect(
                    List.of("1", "1", "0"),
                    List.of(
                            changed(c, String.format(upsert, 1)),
                            changed(c, String.format(upsert, 2)),
                            changed(c, String.format(upsert, 4))));
        }
    }

    private static Optional<String> textOrder(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            run(
                    c,
                    "insert into quarry_probe (k) values ('b'), ('B'), ('a b'), ('ab'), ('\uFFFD'), ('\uD83D\uDE00'), ('ä')");
            return expect(
                    List.of("B", "a b", "ab", "b", "ä", "\uFFFD", "\uD83D\uDE00"),
                    column(c, "select k from quarry_probe order by k asc nulls first"));
        }
    }

    private static Optional<String> doubles(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            run(c, "insert into quarry_probe (k, d) values ('a', 'NaN'), ('b', '-0'), ('c', '0'), ('d', '-Infinity')");
            return expect(
                    List.of("-Infinity", "-0", "0", "NaN"), column(c, "select d from quarry_probe order by d, k"));
        }
    }

    private static Optional<String> snapshots(Probing server) throws SQLException {
        try (Connection c = server.connect();
                Connection other = server.connect()) {
            run(c, TABLE);
            begin(c, "repeatable read, read only");
            List<String> before = column(c, "select count(*) from quarry_probe");
            run(other, "insert into quarry_probe (k) values ('a')");
            Optional<String> result = expect(before, column(c, "select count(*) from quarry_probe"));
            end(c);
            return result;
        }
    }

    private static Optional<String> serializable(Probing server) throws SQLException {
        try (Connection one = server.connect();
                Connection two = server.connect()) {
            run(one, TABLE);
            run(one, "insert into quarry_probe (k, n) values ('a', 1), ('b', 1)");
            begin(one, "serializable");
            begin(two, "serializable");
            String sum = "select cast(sum(n) as bigint) from quarry_probe";
            Optional<String> first = attempt(one, sum);
            Optional<String> second = attempt(two, sum);
            Optional<String> third = attempt(one, "update quarry_probe set n = 0 where k = 'a'");
            Optional<String> fourth = attempt(two, "update quarry_probe set n = 0 where k = 'b'");
            Set<String> states = new TreeSet<>();
            List.of(first, second, third, fourth, commit(one), commit(two))
                    .forEach(state -> state.ifPresent(states::add));
            return states.stream().anyMatch(PostgresFailures::isBusy)
                    ? Optional.empty()
                    : Optional.of("two transactions that cannot both have been alone were committed");
        }
    }

    private static Optional<String> savepoints(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            begin(c, "serializable");
            run(c, "insert into quarry_probe (k) values ('a')");
            run(c, "savepoint quarry");
            attempt(c, "insert into quarry_probe (k) values ('a')");
            run(c, "rollback to savepoint quarry");
            run(c, "insert into quarry_probe (k) values ('b')");
            c.commit();
            return expect(List.of("a", "b"), column(c, "select k from quarry_probe order by k"));
        }
    }

    private static Optional<String> sharedRows(Probing server) throws SQLException {
        try (Connection one = server.connect();
                Connection two = server.connect();
                Connection three = server.connect()) {
            run(one, TABLE);
            run(one, "insert into quarry_probe (k, n) values ('a', 1)");
            begin(one, "read committed");
            begin(two, "read committed");
            run(one, "select 1 from quarry_probe where k = 'a' for share");
            Optional<String> shared = attempt(two, "select 1 from quarry_probe where k = 'a' for share");
            Optional<String> alone = attemptBriefly(three, "update quarry_probe set n = 2");
            end(one);
            end(two);
            if (shared.isPresent()) {
                return Optional.of("two transactions do not share a row");
            }
            return alone.isPresent() ? Optional.empty() : Optional.of("a row that is locked shared was changed");
        }
    }

    private static Optional<String> transactionalDdl(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            begin(c, "read committed");
            run(c, TABLE);
            run(c, "insert into quarry_probe (k) values ('a')");
            run(c, "create table quarry_probe_second (n bigint primary key)");
            c.rollback();
            if (attempt(c, "select 1 from quarry_probe").isEmpty()) {
                return Optional.of("a table outlived the roll-back of the transaction that made it");
            }
            c.rollback();
            run(c, TABLE);
            run(c, "insert into quarry_probe (k) values ('a')");
            run(c, "alter table quarry_probe add column m bigint default 7");
            c.commit();
            return expect(List.of("7"), column(c, "select m from quarry_probe"));
        }
    }

    private static Optional<String> orderedKeys(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            return column(
                            c,
                            "select pg_get_indexdef(indexrelid) from pg_index"
                                    + " where indrelid = cast('quarry_probe' as regclass)")
                    .stream()
                    .filter(index -> index.toLowerCase(Locale.ROOT).contains(" hash"))
                    .findFirst()
                    .map(index -> "it made the index " + index);
        }
    }

    private static Optional<String> tableLocks(Probing server) throws SQLException {
        try (Connection one = server.connect();
                Connection two = server.connect()) {
            run(one, TABLE);
            begin(one, "read committed");
            run(one, "lock table quarry_probe in exclusive mode");
            Optional<String> kept = attemptBriefly(two, "insert into quarry_probe (k) values ('a')");
            end(one);
            return kept.isPresent() ? Optional.empty() : Optional.of("a locked table was written to");
        }
    }

    private static Optional<String> advisoryLocks(Probing server) throws SQLException {
        try (Connection one = server.connect();
                Connection two = server.connect()) {
            begin(one, "read committed");
            run(one, "select pg_advisory_xact_lock(738201, 1)");
            List<String> during = column(two, "select pg_try_advisory_xact_lock(738201, 1)");
            end(one);
            List<String> after = column(two, "select pg_try_advisory_xact_lock(738201, 1)");
            return expect(List.of("f", "t"), List.of(during.get(0), after.get(0)));
        }
    }

    private static Optional<String> uniqueIndexes(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            run(c, "create unique index quarry_probe_index on quarry_probe (n asc nulls first)");
            run(c, "insert into quarry_probe (k, n) values ('a', 1), ('b', null), ('c', null)");
            return attempt(c, "insert into quarry_probe (k, n) values ('d', 1)")
                            .filter(PostgresFailures.UNIQUE_VIOLATION::equals)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("the same value was written twice");
        }
    }

    private static Optional<String> triggers(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(c, TABLE);
            run(
                    c,
                    "create function quarry_probe_trigger() returns trigger language plpgsql as"
                            + " $$ begin new.n := 7; return new; end $$");
            run(
                    c,
                    "create trigger quarry_probe_trigger before insert or update on quarry_probe"
                            + " for each row execute function quarry_probe_trigger()");
            run(c, "insert into quarry_probe (k, n) values ('a', 1)");
            return expect(List.of("7"), column(c, "select n from quarry_probe"));
        }
    }

    private static Optional<String> storedFunctions(Probing server) throws SQLException {
        try (Connection c = server.connect()) {
            run(
                    c,
                    "create function quarry_probe_twice(n bigint) returns bigint language plpgsql immutable as"
                            + " $$ begin return 2 * n; exception when others then return null; end $$");
            return expect(List.of("14"), column(c, "select quarry_probe_twice(7)"));
        }
    }

    private static Optional<String> expect(List<String> expected, List<String> actual) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("it gave " + actual + " where " + expected + " is right");
    }

    private static void begin(Connection connection, String isolation) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "set transaction isolation level " + isolation);
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static Optional<String> commit(Connection connection) {
        try {
            connection.commit();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(PostgresFailures.state(e));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String changed(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Integer.toString(statement.executeUpdate(sql));
        }
    }

    /** The state of the failure, if it fails. */
    private static Optional<String> attempt(Connection connection, String sql) {
        try {
            run(connection, sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(PostgresFailures.state(e));
        }
    }

    /** The same for a statement that would wait for somebody. */
    private static Optional<String> attemptBriefly(Connection connection, String sql) throws SQLException {
        run(connection, "set lock_timeout = 300");
        return attempt(connection, sql);
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
