package dev.quarry.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Does work again that another transaction or a lost connection undid, until a time is over. Work that met with another's is
 * done again by one thread of the program at a time, in the order of their failures, so that none fails for ever. Thread-safe.
 */
final class Retries {
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 250_000_000;

    private final Duration time;
    private final ReentrantLock turn = new ReentrantLock(true);

    Retries(Duration time) {
        this.time = time;
    }

    /** Work that has done nothing where it throws what is worth another try. */
    @FunctionalInterface
    interface Attempt<R> {
        R run() throws SQLException;
    }

    /** The first result; the last failure if there is none in time. */
    <R> R run(Attempt<R> attempt) throws SQLException {
        try {
            return attempt.run();
        } catch (SQLException e) {
            return again(attempt, e, System.nanoTime() + time.toNanos());
        }
    }

    private <R> R again(Attempt<R> attempt, SQLException first, long deadline) throws SQLException {
        SQLException last = first;
        long pause = FIRST_PAUSE_NANOS;
        while (System.nanoTime() - deadline < 0) {
            try {
                if (PostgresFailures.isConflict(last)) {
                    return inTurn(attempt);
                }
                if (!PostgresFailures.isConnectionLost(last)) {
                    break;
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
                return attempt.run();
            } catch (SQLException e) {
                last = e;
            }
        }
        throw last;
    }

    /** A turn that does not come is not waited for: its holder may itself wait for this thread. */
    private <R> R inTurn(Attempt<R> attempt) throws SQLException {
        boolean mine = false;
        try {
            mine = turn.tryLock(LONGEST_PAUSE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            return attempt.run();
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }
}
