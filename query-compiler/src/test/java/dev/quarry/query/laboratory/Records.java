package dev.quarry.query.laboratory;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records taken apart and put together. */
final class Records {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private Records() {}

    static List<RecordComponent> components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    static <R extends Record> R of(Class<R> type, @Nullable Object... values) {
        try {
            Class<?>[] types =
                    components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static @Nullable Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A record's values by the names of its components, in their order. */
    static Map<String, @Nullable Object> values(Record record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(record.getClass())) {
            values.put(component.getName(), get(record, component));
        }
        return values;
    }

    /** A record like another one, with other values in some components. */
    static <R extends Record> R with(R record, Class<R> type, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> values = values(record);
        values.putAll(changes);
        return of(type, values.values().toArray());
    }
}
