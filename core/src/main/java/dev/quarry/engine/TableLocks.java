package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** How a change keeps others from writing to a table until it is committed. Immutable and thread-safe. */
enum TableLocks {
    /** The table itself is locked. */
    LOCK_TABLE {
        @Override
        void create(Session session, String table) {}

        @Override
        void drop(Session session, String table) {}

        @Override
        void lockForReading(Session session, String table) throws SQLException {
            session.executeOnce("lock table " + inQuotes(table) + " in exclusive mode");
        }

        @Override
        void lock(Session session, String table) throws SQLException {
            session.executeOnce("lock table " + inQuotes(table) + " in access exclusive mode");
        }

        /**
         * A transaction that has read such a table and then waits to write to it never gets there, and ends when its time is over:
         * until then the server sees a deadlock each time that it looks, and what was done so far is not given up for that.
         */
        @Override
        void lockBehindReaders(Session session, Collection<String> tables) throws SQLException {
            String lock = tables.stream()
                    .map(PostgresDialect::inQuotes)
                    .collect(Collectors.joining(", ", "lock table ", " in access exclusive mode"));
            long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
            while (true) {
                try {
                    PostgresChange.INSIDE.define(session, lock);
                    return;
                } catch (SQLException e) {
                    if (!PostgresFailures.isConflict(e) || System.nanoTime() - deadline > 0) {
                        throw e;
                    }
                }
            }
        }

        @Override
        void rename(Session session, String from, String to) {}
    },

    /**
     * A row of {@code quarry_gate} stands for the table. Whoever writes to the table holds the row shared until that is committed,
     * see {@link GatedAccess}; a change holds it alone, and deletes it with the table.
     */
    GATE {
        @Override
        void create(Session session, String table) throws SQLException {
            session.execute(
                    "insert into quarry_gate (table_name, turn, rules) values (?, 0, ?)", table, LookupTables.NONE);
        }

        @Override
        void drop(Session session, String table) throws SQLException {
            session.execute("delete from quarry_gate where table_name = ?", table);
        }

        @Override
        void lockForReading(Session session, String table) throws SQLException {
            lock(session, table);
        }

        @Override
        void lock(Session session, String table) throws SQLException {
            session.execute("update quarry_gate set turn = turn + 1 where table_name = ?", table);
        }

        @Override
        void lockBehindReaders(Session session, Collection<String> tables) {}

        @Override
        void rename(Session session, String from, String to) throws SQLException {
            session.execute("update quarry_gate set table_name = ? where table_name = ?", to, from);
        }
    };

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Told of a table that a change makes. */
    abstract void create(Session session, String table) throws SQLException;

    /** Told of a table that a change drops. */
    abstract void drop(Session session, String table) throws SQLException;

    /** Keeps others from writing to a table. */
    abstract void lockForReading(Session session, String table) throws SQLException;

    /** Keeps others from the table where that is possible, and from writing to it everywhere. */
    abstract void lock(Session session, String table) throws SQLException;

    /** Keeps others, where that is possible, from reading tables that they are kept from writing to already. */
    abstract void lockBehindReaders(Session session, Collection<String> tables) throws SQLException;

    /** Told of a table that a change gives another name: who knows it by the name before finds none. */
    abstract void rename(Session session, String from, String to) throws SQLException;
}
