package dev.quarry.engine;

import java.sql.SQLException;

/** A place in a transaction to which work that fails takes it back, so that it can go on. */
final class Savepoint {
    private static final String NAME = "quarry";

    private Savepoint() {}

    /** Runs work; if it throws, the transaction is as it was before. */
    static <R> R around(Session session, Work<R> work) throws SQLException {
        session.execute("savepoint " + NAME);
        R result;
        try {
            result = work.run(session);
        } catch (SQLException | RuntimeException e) {
            undo(session, e);
            throw e;
        }
        session.execute("release savepoint " + NAME);
        return result;
    }

    /** Where the failure ended the whole transaction there is no savepoint any more, and the failure is what has to be told. */
    private static void undo(Session session, Exception failure) {
        try {
            session.execute("rollback to savepoint " + NAME);
            session.execute("release savepoint " + NAME);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
