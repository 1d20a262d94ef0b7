package dev.quarry.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How a database is opened.
 *
 * @param timeout how long a write waits for another writer
 * @param synchronous when a write counts as done
 * @param readOnly whether every write is refused
 */
public record Settings(Duration timeout, Synchronous synchronous, boolean readOnly) {
    /** Some three weeks, the longest that every part of an engine can count in milliseconds. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    /** What holds unless an option says otherwise. */
    public static final Settings DEFAULT = new Settings(Duration.ofSeconds(5), Synchronous.FULL, false);

    public Settings {
        timeout = timeout.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : timeout;
        Objects.requireNonNull(synchronous, "synchronous");
    }

    /** When a write counts as done. */
    public enum Synchronous {
        /** When it is on the disk: it survives a power cut. */
        FULL,
        /** When it is with the operating system: it survives the program, not a power cut. */
        NORMAL
    }
}
