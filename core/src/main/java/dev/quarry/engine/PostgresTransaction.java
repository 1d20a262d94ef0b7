package dev.quarry.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;

/** The kinds of transactions. */
enum PostgresTransaction {
    /** Reads of one moment; one that fails leaves the others as they are. */
    SNAPSHOT("set transaction isolation level repeatable read, read only", AutoSave.ALWAYS),
    /** The library's own writes, each of which sees what it needs to see by itself, however much the server isolates it. */
    WRITE("", AutoSave.NEVER),
    /**
     * A change of tables, alone under a lock: each statement sees what was committed before the lock was had. It may write every
     * record of a store, and the server has no room for as many savepoints; what may fail by itself sets its own.
     */
    CHANGE("set transaction isolation level read committed", AutoSave.NEVER),
    /** A user's transaction, as if it were alone; a statement that fails undoes itself only. */
    SERIALIZABLE("set transaction isolation level serializable", AutoSave.ALWAYS);

    private final String first;
    private final AutoSave autosave;

    PostgresTransaction(String first, AutoSave autosave) {
        this.first = first;
        this.autosave = autosave;
    }

    /** What is done before the transaction begins. A change may be what creates the table of the marks. */
    void prepare(Connection connection, CommitMark mark) throws SQLException {
        if (this == WRITE || this == SERIALIZABLE) {
            mark.register(connection);
        }
    }

    /**
     * Runs work on a session: all of it, or, if it throws, none of it.
     *
     * @param mark left by a transaction that writes
     * @param inquiry asked where the connection is lost while the transaction is committed
     */
    <R> R run(Session session, CommitMark mark, CommitInquiry inquiry, Work<R> work) throws SQLException {
        Connection connection = session.connection();
        connection.setAutoCommit(false);
        PGConnection driver = connection.unwrap(PGConnection.class);
        AutoSave before = driver.getAutosave();
        driver.setAutosave(autosave);
        boolean done = false;
        try {
            begin(connection);
            R result = work.run(session);
            if (session.hasWritten()) {
                driver.setAutosave(AutoSave.NEVER);
                commit(session, mark, inquiry);
            } else {
                connection.commit();
            }
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
            restore(connection, driver, before);
        }
    }

    private void begin(Connection connection) throws SQLException {
        if (first.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(first);
        }
    }

    private static void commit(Session session, CommitMark mark, CommitInquiry inquiry) throws SQLException {
        try {
            mark.commit(session);
        } catch (SQLException e) {
            boolean lost = PostgresFailures.isConnectionLost(e);
            if (!lost || inquiry.ask(mark, session.connection(), e).isEmpty()) {
                throw e;
            }
        }
        mark.committed();
    }

    /** A connection that is gone has rolled back already, and says so again; one that the pool took away says nothing useful. */
    private static void rollBack(Connection connection) throws SQLException {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
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
