package dev.quarry.engine;

import dev.quarry.error.InvalidUse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Gives the connections of a pool, the program's or Quarry's own, on each of which a statement is a transaction. Thread-safe. */
final class PostgresSource {
    /** Whether the transaction that goes on holds a lock that comes with the use of a table, or has written. */
    private static final String USED_TABLES =
            "select pg_current_xact_id_if_assigned() is not null or exists (select from"
                    + " pg_locks where pid = pg_backend_pid() and locktype = 'relation' and relation <> 'pg_locks'::regclass)";

    private final DataSource pool;

    PostgresSource(DataSource pool) {
        this.pool = pool;
    }

    /**
     * A connection, which goes back to the pool as it was when it is closed. An interruption does not end the wait for it, and is
     * left to the caller.
     *
     * @throws SQLException as {@link PostgresFailures#ofPool} says, if there is none
     * @throws InvalidUse if it is in the middle of somebody's transaction
     */
    Connection take() throws SQLException {
        Connection connection = await();
        try {
            if (connection.getAutoCommit()) {
                return connection;
            }
            requireNoTransaction(connection);
            connection.setAutoCommit(true);
            return Committing.until(connection);
        } catch (SQLException | InvalidUse e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Pools give up when the thread that waits is interrupted, and some also when it was before. */
    private Connection await() throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return pool.getConnection();
                } catch (SQLException e) {
                    if (!isInterruption(e)) {
                        throw PostgresFailures.ofPool(e);
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether it came of an interruption, which is over; some pools leave it to the thread, others say it in a cause. */
    private static boolean isInterruption(SQLException e) {
        boolean interrupted = Thread.interrupted();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            interrupted |= cause instanceof InterruptedException;
        }
        return interrupted;
    }

    /** A pool that sets up or tests its connections with a statement has begun a transaction, too, but one that used no table. */
    private static void requireNoTransaction(Connection connection) throws SQLException {
        TransactionState state = connection.isWrapperFor(BaseConnection.class)
                ? connection.unwrap(BaseConnection.class).getTransactionState()
                : TransactionState.IDLE;
        if (state == TransactionState.FAILED || (state == TransactionState.OPEN && hasUsedTables(connection))) {
            throw new InvalidUse(
                    "the DataSource gave a connection in the middle of a transaction that somebody else had begun, which Quarry"
                            + " would have committed",
                    "open the database with the DataSource below the one that knows of transactions");
        }
    }

    private static boolean hasUsedTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(USED_TABLES)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** A connection that commits by itself until it is given back, and then does so no more: another may go on with it at once. */
    private static final class Committing {
        private final Connection connection;

        private Committing(Connection connection) {
            this.connection = connection;
        }

        static Connection until(Connection connection) {
            Committing committing = new Committing(connection);
            return (Connection) Proxy.newProxyInstance(
                    Committing.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> committing.call(method, arguments));
        }

        private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                close();
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void close() throws SQLException {
            try (connection) {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(false);
                }
            }
        }
    }
}
