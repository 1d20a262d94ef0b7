package dev.quarry.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives the connections of a pool, the program's or Quarry's own, on each of which a statement is a transaction. Thread-safe. */
final class PostgresSource {
    private final DataSource pool;

    PostgresSource(DataSource pool) {
        this.pool = pool;
    }

    /**
     * A connection, which goes back to the pool when it is closed. A pool whose connections do not commit by themselves, as other
     * libraries like them, makes them so again when it gets them back.
     */
    Connection take() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }
}
