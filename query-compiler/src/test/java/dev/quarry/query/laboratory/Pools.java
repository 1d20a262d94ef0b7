package dev.quarry.query.laboratory;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws records and captured variables from the same {@link Adversaries}, so that they meet. Not thread-safe. */
final class Pools {
    private static final int MOST = 3;
    private static final Map<String, List<RecordComponent>> HOLDERS = Records.components(Specimen.class).stream()
            .collect(Collectors.groupingBy(component -> Sorts.boxed(Leaves.sort(component.getGenericType()))));

    private final Random random;
    private long serial;

    Pools(Random random) {
        this.random = random;
    }

    Specimen specimen() {
        return record(Specimen.class);
    }

    List<Specimen> specimens(int count) {
        List<Specimen> specimens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            specimens.add(specimen());
        }
        return specimens;
    }

    /** Captured variables: null, from the pools, or what one of the records holds. */
    Captured captured(List<Specimen> records) {
        List<RecordComponent> components = Records.components(Captured.class);
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = components.get(i);
            Object value = isNullable(component) && random.nextInt(8) == 0
                    ? null
                    : random.nextInt(3) == 0
                            ? held(component, records)
                            : value(component.getGenericType(), component.getName(), Place.OF_CAPTURE);
            values[i] = value;
        }
        return Records.of(Captured.class, values);
    }

    /** A value that a record holds in a component of the type; another one if none does. */
    private Object held(RecordComponent component, List<Specimen> records) {
        Specimen record = any(records);
        List<Object> held = new ArrayList<>();
        String sort = Sorts.boxed(Leaves.sort(component.getGenericType()));
        for (RecordComponent other : HOLDERS.getOrDefault(sort, List.of())) {
            Object value = Records.get(record, other);
            if (value != null) {
                held.add(value);
            }
        }
        return held.isEmpty() ? value(component.getGenericType(), component.getName(), Place.OF_CAPTURE) : any(held);
    }

    private <R extends Record> R record(Class<R> type) {
        List<RecordComponent> components = Records.components(type);
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = components.get(i);
            values[i] = isNullable(component) && random.nextInt(4) == 0
                    ? null
                    : value(component.getGenericType(), component.getName(), Place.OF_RECORD);
        }
        return Records.of(type, values);
    }

    static boolean isNullable(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Whose value it is: what no store can hold can be captured all the same. */
    private enum Place {
        OF_RECORD,
        OF_CAPTURE
    }

    @SuppressWarnings("unchecked")
    private Object value(Type type, String name, Place place) {
        if (type instanceof ParameterizedType parameterized) {
            return container((Class<?>) parameterized.getRawType(), parameterized, place);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return record((Class<? extends Record>) raw);
        }
        if (raw.isEnum()) {
            return any(List.of(raw.getEnumConstants()));
        }
        if (name.equals("serial")) {
            return serial++;
        }
        if (name.startsWith("small")) {
            return raw == int.class ? (Object) random.nextInt(5) : (Object) (random.nextInt(5) - 2L);
        }
        if (name.startsWith("code")) {
            return any(Adversaries.CODES);
        }
        boolean unstorable = place == Place.OF_CAPTURE && raw == String.class && random.nextInt(15) == 0;
        return unstorable ? any(Adversaries.UNSTORABLE) : single(raw);
    }

    private Object container(Class<?> raw, ParameterizedType type, Place place) {
        Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (raw == Optional.class) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(element, "", place));
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = random.nextInt(MOST + 1); i > 0; i--) {
            elements.add(orNull(place, value(element, "", place)));
        }
        if (raw == Map.class) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            elements.forEach(value -> map.put(orNull(place, any(Adversaries.TEXTS)), value));
            return place == Place.OF_CAPTURE ? CapturedKinds.map(map, random) : map;
        }
        boolean isSet = raw == Set.class || raw == Collection.class && random.nextBoolean();
        if (place == Place.OF_CAPTURE) {
            return isSet ? CapturedKinds.set(elements, random) : CapturedKinds.list(elements, random);
        }
        return isSet ? new LinkedHashSet<>(elements) : elements;
    }

    private @Nullable Object orNull(Place place, Object value) {
        return place == Place.OF_CAPTURE && random.nextInt(8) == 0 ? null : value;
    }

    /** A value of a type without arguments, or its neighbour. */
    Object single(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> (int) near(any(Adversaries.INTS));
            case "long", "Long" -> near(any(Adversaries.LONGS));
            case "short", "Short" -> (short) near(any(Adversaries.LONGS));
            case "byte", "Byte" -> (byte) near(any(Adversaries.INTS));
            case "char", "Character" -> any(Adversaries.CHARS);
            case "double", "Double" -> near(any(Adversaries.DOUBLES));
            case "float", "Float" -> near(any(Adversaries.FLOATS));
            case "boolean", "Boolean" -> random.nextBoolean();
            case "String" -> any(Adversaries.TEXTS);
            case "Instant" -> any(Adversaries.INSTANTS);
            case "LocalDate" -> any(Adversaries.DATES);
            case "LocalDateTime" -> any(Adversaries.DATE_TIMES);
            case "Duration" -> any(Adversaries.DURATIONS);
            case "UUID" -> any(Adversaries.IDS);
            case "BigDecimal" -> any(Adversaries.DECIMALS);
            case "byte[]" -> new byte[] {(byte) random.nextInt()};
            case "Password" -> Adversaries.PASSWORD;
            default -> throw new IllegalArgumentException("no pool: " + type);
        };
    }

    private long near(long value) {
        return random.nextInt(4) == 0 ? value + random.nextInt(3) - 1 : value;
    }

    private double near(double value) {
        return switch (random.nextInt(8)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            default -> value;
        };
    }

    private float near(float value) {
        return switch (random.nextInt(8)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            default -> value;
        };
    }

    private <T> T any(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
