package dev.quarry;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Records of any class, with any content that a store accepts. */
final class ArbitraryRecords {
    private static final double SOMETIMES = 0.3;
    private static final int MOST = 3;

    private ArbitraryRecords() {}

    static <T extends Record> Arbitrary<T> of(Class<T> type) {
        List<Arbitrary<Object>> components = Arrays.stream(type.getRecordComponents())
                .map(ArbitraryRecords::component)
                .toList();
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        return Combinators.combine(components).as(values -> {
            try {
                return type.cast(constructor.newInstance(values.toArray()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        Arbitrary<Object> values = values(component.getGenericType());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? values.injectNull(SOMETIMES) : values;
    }

    @SuppressWarnings("unchecked")
    private static Arbitrary<Object> values(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return containers((Class<?>) parameterized.getRawType(), parameterized.getActualTypeArguments());
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return of((Class<? extends Record>) raw).asGeneric();
        }
        return raw.isEnum() ? Arbitraries.of(raw.getEnumConstants()) : ArbitraryValues.of(raw);
    }

    private static Arbitrary<Object> containers(Class<?> container, Type[] arguments) {
        Arbitrary<Object> last = values(arguments[arguments.length - 1]);
        if (container == Optional.class) {
            return last.optional(1 - SOMETIMES).asGeneric();
        }
        if (container == List.class) {
            return last.list().ofMaxSize(MOST).asGeneric();
        }
        if (container == Set.class) {
            return last.list()
                    .ofMaxSize(MOST)
                    .map(list -> (Set<Object>) new LinkedHashSet<>(list))
                    .asGeneric();
        }
        return Combinators.combine(
                        ArbitraryValues.texts().list().ofSize(MOST), last.list().ofMaxSize(MOST))
                .as(ArbitraryRecords::map)
                .asGeneric();
    }

    private static Map<String, Object> map(List<String> keys, List<Object> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }
}
