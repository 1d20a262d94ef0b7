package dev.quarry.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Asks the database what became of a transaction whose connection was lost. */
final class CommitQuestion {
    private static final String STATUS = "select coalesce(pg_xact_status(cast(cast(? as text) as xid8)), 'forgotten')";
    private static final long PAUSE_NANOS = 20_000_000;

    private final DataSource source;
    private final Duration time;

    CommitQuestion(DataSource source, Duration time) {
        this.source = source;
        this.time = time;
    }

    /**
     * Whether it was committed; waits for a transaction that is still at it.
     *
     * @throws SQLException if nobody answers in time
     */
    boolean hasCommitted(long transaction) throws SQLException {
        long deadline = System.nanoTime() + time.toNanos();
        String status = new Retries(time).statement(() -> status(transaction));
        while (status.equals("in progress")) {
            if (System.nanoTime() - deadline >= 0) {
                throw new SQLException("transaction " + transaction + " goes on and on");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            status = new Retries(time).statement(() -> status(transaction));
        }
        if (status.equals("forgotten")) {
            throw new SQLException("the database no longer knows transaction " + transaction);
        }
        return status.equals("committed");
    }

    private String status(long transaction) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATUS)) {
            statement.setString(1, Long.toString(transaction));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
