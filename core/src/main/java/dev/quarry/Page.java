package dev.quarry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of a query's records, in order.
 *
 * @param items the records of this page
 * @param next what to pass to {@link Options#after} for the page that follows; empty on the last one
 * @param <T> the record
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }
}
