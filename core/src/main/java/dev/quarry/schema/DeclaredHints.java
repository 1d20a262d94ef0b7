package dev.quarry.schema;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Dropped;
import dev.quarry.annotation.Was;
import dev.quarry.error.UnsupportedRecord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a record class and the records inside it say about their past. */
final class DeclaredHints {
    private final Map<FieldPath, List<String>> formerNames = new HashMap<>();
    private final Map<FieldPath, String> defaults = new HashMap<>();
    private final Set<FieldPath> dropped = new HashSet<>();

    private DeclaredHints() {}

    /** The hints of a class whose schema has been read, so that it is known to be a record of bounded depth. */
    static SchemaHints of(Class<?> record) {
        DeclaredHints hints = new DeclaredHints();
        hints.read(record, List.of());
        return new SchemaHints(hints.formerNames, hints.defaults, hints.dropped);
    }

    private void read(Class<?> record, List<String> parent) {
        Dropped gone = record.getAnnotation(Dropped.class);
        if (gone != null) {
            for (String name : gone.value()) {
                requireGone(record, name);
                dropped.add(path(parent, name));
            }
        }
        for (RecordComponent component : record.getRecordComponents()) {
            FieldPath path = path(parent, component.getName());
            Was was = component.getAnnotation(Was.class);
            if (was != null) {
                Arrays.stream(was.value()).forEach(name -> requireFormer(record, component.getName(), name));
                formerNames.put(path, List.of(was.value()));
            }
            Default value = component.getAnnotation(Default.class);
            if (value != null) {
                defaults.put(path, value.value());
            }
            inside(component.getGenericType()).ifPresent(inner -> read(inner, path.names()));
        }
    }

    private static void requireGone(Class<?> record, String name) {
        if (has(record, name)) {
            throw new UnsupportedRecord(
                    record.getName(),
                    "@Dropped(\"" + name + "\") names a component that it has; remove one of the two");
        }
    }

    private static void requireFormer(Class<?> record, String component, String name) {
        if (has(record, name)) {
            throw new UnsupportedRecord(
                    record.getName(),
                    "@Was(\"" + name + "\") on '" + component
                            + "' names a component that the record has now; a former name"
                            + " cannot be used again, so give that component another one");
        }
    }

    private static boolean has(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }

    /** The record that a component is, or that there is in its Optional or collection. */
    private static Optional<Class<?>> inside(Type type) {
        if (type instanceof ParameterizedType container) {
            Type[] arguments = container.getActualTypeArguments();
            return inside(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> known && known.isRecord() ? Optional.of(known) : Optional.empty();
    }

    private static FieldPath path(List<String> parent, String name) {
        List<String> names = new ArrayList<>(parent);
        names.add(name);
        return new FieldPath(names);
    }
}
