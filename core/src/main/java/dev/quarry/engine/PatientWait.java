package dev.quarry.engine;

import java.time.Duration;

/** Waits that an interruption does not end: nothing else in a database can be interrupted either, so it is left to the caller. */
final class PatientWait {
    private PatientWait() {}

    /** Waits so many nanoseconds at most; whether what was waited for came. */
    @FunctionalInterface
    interface Timed {
        boolean await(long nanos) throws InterruptedException;
    }

    /** Whether it came in time; a thread that was interrupted meanwhile still is. */
    static boolean until(Duration timeout, Timed wait) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.await(deadline - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
