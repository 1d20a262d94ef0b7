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
    /** What holds unless an option says otherwise. */
    public static final Settings DEFAULT = new Settings(Duration.ofSeconds(5), Synchronous.FULL, false);

    public Settings {
        Objects.requireNonNull(timeout, "timeout");
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
