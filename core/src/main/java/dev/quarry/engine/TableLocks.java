package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;

import java.sql.SQLException;

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
        void rename(Session session, String from, String to) throws SQLException {
            session.execute("update quarry_gate set table_name = ? where table_name = ?", to, from);
        }
    };

    /** Told of a table that a change makes. */
    abstract void create(Session session, String table) throws SQLException;

    /** Told of a table that a change drops. */
    abstract void drop(Session session, String table) throws SQLException;

    /** Keeps others from writing to a table. */
    abstract void lockForReading(Session session, String table) throws SQLException;

    /** Keeps others from the table where that is possible, and from writing to it everywhere. */
    abstract void lock(Session session, String table) throws SQLException;

    /** Told of a table that a change gives another name: who knows it by the name before finds none. */
    abstract void rename(Session session, String from, String to) throws SQLException;
}
