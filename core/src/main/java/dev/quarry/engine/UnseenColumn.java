package dev.quarry.engine;

import java.util.Objects;

/**
 * A column of a store's table that the program's record has no component for, and that gets a value when a record is written.
 *
 * @param name its physical name
 * @param value the stored form
 * @param written when it gets the value
 */
public record UnseenColumn(String name, Object value, When written) {
    public UnseenColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(written, "written");
    }

    /** When a column gets its value. */
    public enum When {
        /** In new rows; in others it keeps what it has. */
        NEW,
        /** Whenever the row is written. */
        ALWAYS
    }
}
