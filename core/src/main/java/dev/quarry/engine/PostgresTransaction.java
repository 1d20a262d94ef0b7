package dev.quarry.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;

/** The kinds of transactions. */
enum PostgresTransaction {
    /** Reads of one moment. */
    SNAPSHOT("repeatable read, read only", AutoSave.NEVER),
    /** The library's own writes, each of which sees what it needs to see by itself. */
    WRITE("read committed", AutoSave.NEVER),
    /** A change of tables, alone under a lock: each statement sees what was committed before the lock was had. */
    CHANGE("read committed", AutoSave.ALWAYS),
    /** A user's transaction, as if it were alone; a statement that fails undoes itself only. */
    SERIALIZABLE("serializable", AutoSave.ALWAYS);

    private static final String TRANSACTION = "select pg_current_xact_id_if_assigned()::text::bigint";

    private final String isolation;
    private final AutoSave autosave;

    PostgresTransaction(String isolation, AutoSave autosave) {
        this.isolation = isolation;
        this.autosave = autosave;
    }

    /** Finds out what became of a commit whose connection was lost. */
    @FunctionalInterface
    interface Inquiry {
        /** Whether the transaction of that number was committed. */
        boolean hasCommitted(long transaction);
    }

    /**
     * Runs work on a session: all of it, or, if it throws, none of it.
     *
     * @param inquiry asked where the connection is lost while the transaction is committed
     */
    <R> R run(Session session, Inquiry inquiry, Work<R> work) throws SQLException {
        Connection connection = session.connection();
        connection.setAutoCommit(false);
        PGConnection driver = connection.unwrap(PGConnection.class);
        AutoSave before = driver.getAutosave();
        driver.setAutosave(autosave);
        boolean done = false;
        try {
            session.executeOnce("set transaction isolation level " + isolation);
            R result = work.run(session);
            commit(connection, inquiry, this == SNAPSHOT ? OptionalLong.empty() : transaction(session));
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
            restore(connection, driver, before);
        }
    }

    /** The number of a transaction that has written something. */
    private static OptionalLong transaction(Session session) throws SQLException {
        try (ResultSet row = session.statement(TRANSACTION).executeQuery()) {
            row.next();
            long number = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    private static void commit(Connection connection, Inquiry inquiry, OptionalLong transaction) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            boolean lost = transaction.isPresent() && PostgresFailures.isConnectionLost(e);
            if (!lost || !inquiry.hasCommitted(transaction.getAsLong())) {
                throw e;
            }
        }
    }

    /** A connection that is gone has rolled back already, and says so again. */
    private static void rollBack(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            if (!PostgresFailures.isConnectionLost(e)) {
                throw e;
            }
        }
    }

    private static void restore(Connection connection, PGConnection driver, AutoSave before) throws SQLException {
        if (!connection.isClosed()) {
            driver.setAutosave(before);
            connection.setAutoCommit(true);
        }
    }
}
