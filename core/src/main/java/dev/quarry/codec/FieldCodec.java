package dev.quarry.codec;

import org.jspecify.annotations.Nullable;

/** One component by itself, to compare with a value from outside. Immutable and thread-safe. */
public final class FieldCodec {
    private final Class<?> type;
    private final ComponentCodec codec;

    FieldCodec(Class<?> type, ComponentCodec codec) {
        this.type = type;
        this.codec = codec;
    }

    /** The component's type, the box of a primitive. */
    public Class<?> type() {
        return type;
    }

    /** Whether the component could hold the value; null is a question of presence, not of type. */
    public boolean accepts(@Nullable Object value) {
        return value == null || type.isInstance(value);
    }

    /** The stored forms of the value, one for each of the component's columns. */
    public @Nullable Object[] stored(@Nullable Object value) {
        Object[] row = new Object[codec.width()];
        codec.write(value, row, 0);
        return row;
    }
}
