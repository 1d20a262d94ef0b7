package dev.quarry;

import dev.quarry.EvolvingShape.Part;
import dev.quarry.EvolvingShape.Presence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a row holds in the end, whoever wrote it: the model that a store is compared with. Whole numbers are Longs, others Doubles. */
final class EvolvingRow {
    private static final Object THERE = "there";

    /** The values by component; one that is null was written as such, one that is missing was never written. */
    private final Map<Integer, Object> values = new HashMap<>();

    private final Set<Integer> nulls = new HashSet<>();

    private final Map<Integer, Set<Integer>> inside;

    /** A row of a store that shapes have; it knows what any of them has inside a nested record. */
    EvolvingRow(List<EvolvingShape> shapes) {
        this.inside = shapes.stream()
                .flatMap(shape -> shape.components().stream())
                .filter(Part::isRecord)
                .collect(Collectors.groupingBy(
                        Part::id,
                        Collectors.flatMapping(part -> part.inside().stream().map(Part::id), Collectors.toSet())));
    }

    /** Writes random values as a program of that shape does; the record that it writes. */
    Object write(EvolvingShape shape, Class<?> type, Random random) {
        write(shape.components(), random);
        return record(shape.components(), type);
    }

    private void write(List<Part> parts, Random random) {
        for (Part part : parts) {
            if (part.presence() != Presence.REQUIRED && random.nextInt(4) == 0) {
                forget(part);
                nulls.add(part.id());
                continue;
            }
            nulls.remove(part.id());
            if (part.isRecord()) {
                if (part.isList()) {
                    // a list is written as a whole
                    forget(part);
                }
                values.put(part.id(), THERE);
                write(part.inside(), random);
            } else {
                values.put(part.id(), value(part, random));
            }
        }
    }

    /** What stands in a record that goes, goes with it, also what the writer does not know. */
    private void forget(Part part) {
        values.remove(part.id());
        if (part.isRecord()) {
            inside.getOrDefault(part.id(), Set.of()).forEach(id -> {
                values.remove(id);
                nulls.remove(id);
            });
        }
    }

    private static Object value(Part part, Random random) {
        boolean odd = random.nextInt(12) == 0;
        return switch (part.kind()) {
            case "byte" -> (long) (byte) random.nextInt();
            case "short" -> odd ? (long) (short) random.nextInt() : (long) (byte) random.nextInt();
            case "int" -> odd ? (long) random.nextInt() : (long) (byte) random.nextInt();
            case "long" -> odd ? random.nextLong() : (long) (byte) random.nextInt();
            case "float" -> (double) random.nextFloat();
            case "double" -> odd ? random.nextDouble() : (double) random.nextFloat();
            default -> "text " + random.nextInt();
        };
    }

    /** Whether a program of that shape can read the row. */
    boolean fits(EvolvingShape shape) {
        return fits(shape.components());
    }

    private boolean fits(List<Part> parts) {
        for (Part part : parts) {
            Object value = held(part);
            boolean fits = value == null
                    ? part.presence() != Presence.REQUIRED
                    : part.isRecord() ? fits(part.inside()) : inRange(part.kind(), value);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean inRange(String kind, Object value) {
        return switch (kind) {
            case "byte" -> (Long) value == ((Long) value).byteValue();
            case "short" -> (Long) value == ((Long) value).shortValue();
            case "int" -> (Long) value == ((Long) value).intValue();
            case "float" -> Double.compare((Double) value, ((Double) value).floatValue()) == 0;
            default -> true;
        };
    }

    private @Nullable Object held(Part part) {
        if (nulls.contains(part.id())) {
            return null;
        }
        Object value = values.get(part.id());
        if (value == null && part.isRecord() && part.presence() == Presence.REQUIRED) {
            return THERE;
        }
        return value == null && part.hasDefault() ? part.standard() : value;
    }

    /** The record that a program of that shape reads. */
    Object record(EvolvingShape shape, Class<?> type) {
        return record(shape.components(), type);
    }

    private Object record(List<Part> parts, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Part part = parts.get(i);
            types[i] = components[i].getType();
            Object value = held(part);
            Object java = value == null ? null : java(part, value, components[i]);
            arguments[i] = part.presence() == Presence.OPTIONAL ? Optional.ofNullable(java) : java;
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object java(Part part, Object value, RecordComponent component) {
        return switch (part.kind()) {
            case "record" -> record(part.inside(), component.getType());
            case "list" -> {
                Type list = component.getGenericType();
                yield List.of(record(part.inside(), (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0]));
            }
            case "byte" -> ((Long) value).byteValue();
            case "short" -> ((Long) value).shortValue();
            case "int" -> ((Long) value).intValue();
            case "float" -> ((Double) value).floatValue();
            default -> value;
        };
    }
}
