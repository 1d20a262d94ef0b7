package dev.quarry.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Does work again that another transaction or a lost connection undid, with pauses that grow, until a time is over. */
final class Retries {
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 250_000_000;

    private final long deadline;

    private Retries(long deadline) {
        this.deadline = deadline;
    }

    static Retries within(Duration time) {
        return new Retries(System.nanoTime() + time.toNanos());
    }

    /** Work that has done nothing where it throws what is worth another try. */
    @FunctionalInterface
    interface Attempt<R> {
        R run() throws SQLException;
    }

    /** The first result; the last failure if there is none in time. */
    <R> R run(Attempt<R> attempt) throws SQLException {
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                boolean worthAnotherTry = PostgresFailures.isConflict(e) || PostgresFailures.isConnectionLost(e);
                if (!worthAnotherTry || System.nanoTime() - deadline >= 0) {
                    throw e;
                }
            }
            // two transactions that met must not meet again at the next try
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }
}
