package dev.quarry.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Does work again that another transaction or a lost connection undid, until a time is over since it was first undone, however
 * long the work itself takes; where there was no connection to do it on, since one was asked for. Work that met with another's is done
 * again while no other of the program is under way, so that none fails for ever. Thread-safe.
 */
final class Retries {
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 250_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Duration time;

    /** Held for reading by what is done the first time, for writing by what is done again. */
    private final ReentrantReadWriteLock turn = new ReentrantReadWriteLock(true);

    Retries(Duration time) {
        this.time = time;
    }

    /** Work that has done nothing where it throws what is worth another try. */
    @FunctionalInterface
    interface Attempt<R> {
        R run() throws SQLException;
    }

    /** The first result of a transaction; the last failure if there is none in time. */
    <R> R transaction(Attempt<R> attempt) throws SQLException {
        return run(() -> holding(turn.readLock(), attempt), () -> holding(turn.writeLock(), attempt));
    }

    /** The first result of a single statement, or of reads, which are in nobody's way; the last failure if there is none in time. */
    <R> R statement(Attempt<R> attempt) throws SQLException {
        return run(attempt, attempt);
    }

    private <R> R run(Attempt<R> attempt, Attempt<R> afterConflict) throws SQLException {
        long begin = System.nanoTime();
        SQLException last;
        try {
            return attempt.run();
        } catch (SQLException e) {
            last = e;
        }
        long deadline = (PostgresFailures.isWithoutConnection(last) ? begin : System.nanoTime()) + time.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (isWorthAnotherTry(last) && System.nanoTime() - deadline < 0) {
            try {
                if (PostgresFailures.isConflict(last)) {
                    return afterConflict.run();
                }
                PatientWait.pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
                return attempt.run();
            } catch (SQLException e) {
                last = e;
            }
        }
        throw last;
    }

    private static boolean isWorthAnotherTry(SQLException e) {
        return PostgresFailures.isConflict(e)
                || PostgresFailures.isConnectionLost(e)
                || PostgresFailures.isWithoutConnection(e);
    }

    /** A lock that does not come is done without: its holder may itself wait for this thread. */
    private static <R> R holding(Lock lock, Attempt<R> attempt) throws SQLException {
        boolean held = PatientWait.until(LONGEST_WAIT, nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS));
        try {
            return attempt.run();
        } finally {
            if (held) {
                lock.unlock();
            }
        }
    }
}
