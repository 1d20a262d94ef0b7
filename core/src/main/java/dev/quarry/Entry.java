package dev.quarry;

import java.util.Objects;

/**
 * A record with its key.
 *
 * @param key the key
 * @param value the record
 * @param version how often a record was written under the key since it was last absent: 1 for a new one
 * @param <T> the record's type
 */
public record Entry<T>(String key, T value, long version) {
    public Entry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }
}
