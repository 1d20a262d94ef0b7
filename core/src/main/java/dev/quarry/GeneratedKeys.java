package dev.quarry;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562 §5.7): milliseconds first, so that new keys go to the end of the index, then a counter of 12
 * bits (§6.2, method 1), which keeps those of one millisecond in order, and 62 random bits. Thread-safe.
 */
final class GeneratedKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    /** Milliseconds since 1970, shifted left by {@link #COUNTER_BITS}, plus the counter; never goes back. */
    private static long last;

    private GeneratedKeys() {}

    static String next() {
        long moment = tick(System.currentTimeMillis());
        long high = (moment >>> COUNTER_BITS << 16) | 0x7000 | (moment & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static synchronized long tick(long millis) {
        last = Math.max(last + 1, millis << COUNTER_BITS);
        return last;
    }
}
