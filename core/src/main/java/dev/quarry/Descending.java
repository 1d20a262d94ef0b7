package dev.quarry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of an index that runs from the greatest value to the smallest. */
record Descending<T>(Field<T, ?> field) implements Field<T, Object> {
    Descending {
        Objects.requireNonNull(field, "field");
    }

    @Override
    public @Nullable Object get(T record) {
        return field.get(record);
    }
}
