package dev.quarry.store.query;

import dev.quarry.plan.FilterTree;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What records are looked for.
 *
 * @param filter the filter, taken apart
 * @param strict the filter as code, if it is to throw what it throws for a record; else such records are left out
 */
public record Search<T>(FilterTree filter, Optional<Predicate<? super T>> strict) {
    public Search {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(strict, "strict");
    }
}
