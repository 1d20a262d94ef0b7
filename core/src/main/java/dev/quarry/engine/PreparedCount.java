package dev.quarry.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many statements had to be prepared. Thread-safe. */
final class PreparedCount {
    private static final int MOST_KEPT_TEXTS = 10_000;

    private final LongAdder count = new LongAdder();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** A session prepared a statement that it had not. */
    void add() {
        count.increment();
    }

    /** A statement is prepared, or found again where the driver keeps each text for all that use its connection. */
    void addKept(String sql) {
        if (kept.size() >= MOST_KEPT_TEXTS) {
            kept.clear();
        }
        if (kept.add(sql)) {
            count.increment();
        }
    }

    long sum() {
        return count.sum();
    }
}
