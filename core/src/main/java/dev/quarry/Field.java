package dev.quarry;

import org.jspecify.annotations.Nullable;

/**
 * One component of a record, to order or index by: {@code City::population} or {@code c -> c.name().common()}.
 *
 * @param <T> the record
 * @param <V> the component's type
 */
@FunctionalInterface
public non-sealed interface Field<T, V> extends Compiled {

    /** The component's value, null if it is or if a nested record on the way to it is; Quarry itself never calls this. */
    @Nullable
    V get(T record);
}
