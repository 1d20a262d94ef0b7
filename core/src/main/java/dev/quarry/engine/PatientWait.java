package dev.quarry.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

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

    /** Lets so many nanoseconds pass; a thread that was interrupted before or meanwhile still is. */
    static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = Thread.interrupted();
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
