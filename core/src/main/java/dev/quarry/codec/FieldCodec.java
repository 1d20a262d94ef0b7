package dev.quarry.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * The class of what the component could never hold: the value, or, of a list or map, what is in it. Empty if it fits;
     * null is a question of presence, not of type.
     */
    public Optional<Class<?>> misfit(@Nullable Object value) {
        if (value != null && !type.isInstance(value)) {
            return Optional.of(value.getClass());
        }
        if (value instanceof List<?> list) {
            return notText(list.stream());
        }
        if (value instanceof Map<?, ?> map) {
            return notText(map.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())));
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> notText(Stream<? extends @Nullable Object> contents) {
        return contents.filter(content -> content != null && !(content instanceof String))
                .<Class<?>>map(Object::getClass)
                .findFirst();
    }

    /** The stored forms of the value, one for each of the component's columns. */
    public @Nullable Object[] stored(@Nullable Object value) {
        Object[] row = new Object[codec.width()];
        codec.write(value, row, 0);
        return row;
    }
}
