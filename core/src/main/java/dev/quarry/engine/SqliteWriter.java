package dev.quarry.engine;

import java.sql.SQLException;

/** Runs work on a connection as a transaction. */
final class SqliteWriter {
    private SqliteWriter() {}

    /** All of the work, or, if it throws, none of it. */
    static <R> R inTransaction(Session session, Work<R> work) throws SQLException {
        return between("begin immediate", session, work);
    }

    /** All of the work on what its first statement finds. */
    static <R> R inSnapshot(Session session, Work<R> work) throws SQLException {
        return between("begin", session, work);
    }

    private static <R> R between(String begin, Session session, Work<R> work) throws SQLException {
        session.execute(begin);
        boolean committed = false;
        try {
            R result = work.run(session);
            session.execute("commit");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(session);
            }
        }
    }

    /** A failed statement can have ended the transaction already, as on a full disk; then there is nothing to undo. */
    private static void rollBack(Session session) throws SQLException {
        try {
            session.execute("rollback");
        } catch (SQLException e) {
            if (e.getMessage() == null || !e.getMessage().contains("no transaction is active")) {
                throw e;
            }
        }
    }
}
