package dev.quarry.engine;

import java.sql.SQLException;

/** A place in a transaction to which a statement that fails takes it back, so that it can go on. */
final class PostgresSavepoint {
    private static final String NAME = "quarry_statement";

    private PostgresSavepoint() {}

    /** Runs a statement that gives no rows; if it throws, the transaction is as it was before. */
    static void execute(Session session, String sql) throws SQLException {
        session.executeOnce("savepoint " + NAME);
        try {
            session.executeOnce(sql);
        } catch (SQLException e) {
            undo(session, e);
            throw e;
        }
        session.executeOnce("release savepoint " + NAME);
    }

    /** Where the failure ended the whole transaction there is no savepoint any more, and the failure is what has to be told. */
    private static void undo(Session session, SQLException failure) {
        try {
            session.executeOnce("rollback to savepoint " + NAME);
            session.executeOnce("release savepoint " + NAME);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
