package dev.quarry.migration;

import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored, by component, for functions that know no class of it. What is asked for and is not there, or is
 * of another type, throws an {@link IllegalArgumentException} that says what is there. A view: only valid during the call.
 */
public final class Row {
    private final Map<String, @Nullable Object> values;

    Row(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The component's value, which is not null; {@code int.class} asks for the same as {@code Integer.class}. */
    public <V> V get(String name, Class<V> type) {
        return find(name, type).orElseThrow(() -> new IllegalArgumentException("component '" + name + "' is null"));
    }

    /** The component's value; empty if it is null. */
    public <V> Optional<V> find(String name, Class<V> type) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                    "there is no component '" + name + "'; there are " + String.join(", ", values.keySet()));
        }
        return Optional.ofNullable(values.get(name)).map(value -> cast(name, value, type));
    }

    @SuppressWarnings("unchecked")
    private static <V> V cast(String name, Object value, Class<V> type) {
        Class<V> boxed = (Class<V>) MethodType.methodType(type).wrap().returnType();
        if (!boxed.isInstance(value)) {
            throw new IllegalArgumentException("component '" + name + "' is of type "
                    + value.getClass().getSimpleName() + ", not " + type.getSimpleName());
        }
        return boxed.cast(value);
    }

    /** The nested record. */
    @SuppressWarnings("unchecked")
    public Row row(String name) {
        return new Row((Map<String, @Nullable Object>) get(name, Map.class));
    }

    /** The list, whose elements are of that type. */
    public <V> List<V> list(String name, Class<V> element) {
        List<?> list = get(name, List.class);
        return list.stream().map(one -> cast(name, one, element)).toList();
    }

    /** The list of nested records. */
    @SuppressWarnings("unchecked")
    public List<Row> rows(String name) {
        return list(name, Map.class).stream()
                .map(one -> new Row((Map<String, @Nullable Object>) one))
                .toList();
    }

    /** All components by name, unmodifiable. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The components and their values. */
    @Override
    public String toString() {
        return values.toString();
    }
}
