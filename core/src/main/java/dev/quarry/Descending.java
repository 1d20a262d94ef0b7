package dev.quarry;

import java.util.Objects;

/** A field of an index that runs from the greatest value to the smallest. */
@SuppressWarnings("NullAway") // a component may be null, which Field's type variable does not say
record Descending<T>(Field<T, ?> field) implements Field<T, Object> {
    Descending {
        Objects.requireNonNull(field, "field");
    }

    @Override
    public Object get(T record) {
        return field.get(record);
    }
}
