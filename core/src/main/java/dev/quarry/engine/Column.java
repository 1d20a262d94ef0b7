package dev.quarry.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * One column of a store's table.
 *
 * @param token how plans name it: the component's path, {@code #nano} or {@code #present} behind it for further columns
 * @param name its physical name, which is never changed
 * @param kind what it holds
 * @param nullable whether it may be NULL
 * @param fallback the stored form in a new row whose writer does not know the column; if empty, NULL
 */
public record Column(String token, String name, ColumnKind kind, boolean nullable, Optional<Object> fallback) {
    public Column {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fallback, "fallback");
    }
}
