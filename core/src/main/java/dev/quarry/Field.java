package dev.quarry;

/**
 * One component of a record, to order or index by: {@code City::population} or {@code c -> c.name().common()}.
 *
 * @param <T> the record
 * @param <V> the component's type
 */
@FunctionalInterface
public non-sealed interface Field<T, V> extends Compiled {

    /** The component's value; Quarry itself never calls this. */
    V get(T record);
}
