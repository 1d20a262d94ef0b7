package dev.quarry.schema;

import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Unique;
import dev.quarry.error.UnsupportedRecord;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the schema of a record class by reflection. The compiler reads the same from source; the two must agree.
 *
 * <p>A component holds a {@link ScalarKind}, an enum, a record, a {@code List}, {@code Set} or {@code Map<String, …>} of one of
 * these, or an {@code Optional} of any of them. A {@code byte[]} that may be null is written {@code byte @Nullable []}; records
 * that hold one are equal only if they hold the same array, as everywhere in Java, so what is read never equals what was
 * written.
 */
public final class RecordSchemas {
    private RecordSchemas() {}

    /**
     * The record's schema, and what its annotations ask for.
     *
     * @throws UnsupportedRecord if the class is not a record, is empty, is generic, holds itself, or has a hand-written
     *     accessor
     * @throws dev.quarry.error.UnsupportedType if a component is of a type that no store holds
     */
    public static <T> DeclaredRecord<T> of(Class<T> type) {
        Schema schema = schema(type, Nesting.NONE);
        List<Index> indexes = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            FieldPath path = FieldPath.of(component.getName());
            if (component.isAnnotationPresent(Unique.class)) {
                indexes.add(new Index(List.of(new Index.Part(path, false)), true));
            } else if (component.isAnnotationPresent(Indexed.class)) {
                indexes.add(new Index(List.of(new Index.Part(path, false)), false));
            }
        }
        return new DeclaredRecord<>(type, schema, indexes, DeclaredHints.of(type));
    }

    /** The schema of a record that stands in others. */
    static Schema schema(Class<?> type, Nesting outside) {
        if (!type.isRecord()) {
            throw new UnsupportedRecord(
                    type.getName(), "it is not a record; declare it as record " + type.getSimpleName() + "(…) {}");
        }
        if (type.getRecordComponents().length == 0) {
            throw new UnsupportedRecord(type.getName(), "it has no components, so there is nothing to store");
        }
        if (type.getTypeParameters().length > 0) {
            throw new UnsupportedRecord(type.getName(), Nesting.genericReason(type.getSimpleName()));
        }
        Nesting inside = outside.with(type.getName());
        CanonicalAccessors.require(type);
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(new DeclaredComponent(component, inside).read());
        }
        return new Schema(type.getName(), components);
    }
}
