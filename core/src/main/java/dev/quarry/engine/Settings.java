package dev.quarry.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How a database is opened.
 *
 * @param timeout how long a write waits for another writer
 * @param synchronous when a write counts as done
 * @param readOnly whether every write is refused
 * @param without what the database is said to lack; if nothing, what was said when it was made
 */
public record Settings(Duration timeout, Synchronous synchronous, boolean readOnly, Set<Capability> without) {
    /** Some three weeks, the longest that every part of an engine can count in milliseconds. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    /** What holds unless an option says otherwise. */
    public static final Settings DEFAULT = new Settings(Duration.ofSeconds(5), Synchronous.FULL, false, Set.of());

    public Settings {
        timeout = timeout.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : timeout;
        Objects.requireNonNull(synchronous, "synchronous");
        without = Set.copyOf(without);
    }

    /** The same with another time-out. */
    public Settings with(Duration other) {
        return new Settings(other, synchronous, readOnly, without);
    }

    /** The same with another time at which a write counts as done. */
    public Settings with(Synchronous other) {
        return new Settings(timeout, other, readOnly, without);
    }

    /** The same with every write refused. */
    public Settings forReading() {
        return new Settings(timeout, synchronous, true, without);
    }

    /** The same for a database that lacks something. */
    public Settings without(Set<Capability> missing) {
        return new Settings(timeout, synchronous, readOnly, missing);
    }

    /** When a write counts as done. */
    public enum Synchronous {
        /** When it is on the disk: it survives a power cut. */
        FULL,
        /** When it is with the operating system: it survives the program, not a power cut. */
        NORMAL
    }
}
