package dev.quarry.engine;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseClosed;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The turn to use a connection that threads share, in the order in which they ask for it. Thread-safe. */
final class ConnectionTurn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration timeout;
    private final String location;
    private volatile boolean closed;

    ConnectionTurn(Duration timeout, String location) {
        this.timeout = timeout;
        this.location = location;
    }

    /**
     * Waits for the turn, which {@link #giveBack} ends.
     *
     * @throws DatabaseBusy if it does not come within the time-out
     * @throws DatabaseClosed if the connection is used no more
     */
    void take() {
        boolean taken = PatientWait.until(timeout, nanos -> lock.tryLock(nanos, TimeUnit.NANOSECONDS));
        if (!taken) {
            throw closed ? new DatabaseClosed(location) : new DatabaseBusy(location, null);
        }
        if (closed) {
            lock.unlock();
            throw new DatabaseClosed(location);
        }
    }

    void giveBack() {
        lock.unlock();
    }

    /** Waits for the turn however long it takes, does what there is to do with the connection last, and ends all turns; once. */
    void close(Runnable last) {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                last.run();
            }
        } finally {
            lock.unlock();
        }
    }
}
