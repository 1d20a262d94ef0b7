package dev.quarry.schema;

import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Unique;
import dev.quarry.error.UnsupportedRecord;
import dev.quarry.error.UnsupportedType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the schema of a record class by reflection. The compiler reads the same from source; the two must agree. */
public final class RecordSchemas {
    private static final int DEEPEST = 8;

    private RecordSchemas() {}

    /**
     * The record's schema and the indexes that its annotations ask for.
     *
     * @throws UnsupportedRecord if the class is not a record, is empty, or has a hand-written accessor
     * @throws UnsupportedType if a component is of a type that no store holds
     */
    public static <T> DeclaredRecord<T> of(Class<T> type) {
        Schema schema = schema(type, 0);
        List<Index> indexes = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            FieldPath path = FieldPath.of(component.getName());
            if (component.isAnnotationPresent(Unique.class)) {
                indexes.add(new Index(List.of(new Index.Part(path, false)), true));
            } else if (component.isAnnotationPresent(Indexed.class)) {
                indexes.add(new Index(List.of(new Index.Part(path, false)), false));
            }
        }
        return new DeclaredRecord<>(type, schema, indexes);
    }

    private static Schema schema(Class<?> type, int depth) {
        if (!type.isRecord()) {
            throw new UnsupportedRecord(
                    type.getName(), "it is not a record; declare it as record " + type.getSimpleName() + "(…) {}");
        }
        if (type.getRecordComponents().length == 0) {
            throw new UnsupportedRecord(type.getName(), "it has no components, so there is nothing to store");
        }
        if (depth > DEEPEST) {
            throw new UnsupportedRecord(type.getName(), "records are nested more than " + DEEPEST + " deep");
        }
        CanonicalAccessors.require(type);
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component(component, depth));
        }
        return new Schema(type.getName(), components);
    }

    private static Component component(RecordComponent component, int depth) {
        FieldType type = fieldType(component, depth);
        Presence presence = component.getType().isPrimitive()
                ? Presence.PRIMITIVE
                : isNullable(component.getAnnotatedType()) ? Presence.NULLABLE : Presence.REQUIRED;
        return new Component(component.getName(), type, presence);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static FieldType fieldType(RecordComponent component, int depth) {
        Class<?> raw = component.getType();
        for (ScalarKind kind : ScalarKind.values()) {
            if (raw.getName().equals(kind.className()) || raw.getName().equals(kind.boxedClassName())) {
                return new FieldType.Scalar(kind);
            }
        }
        if (raw.isEnum()) {
            return new FieldType.EnumType(raw.getName());
        }
        if (raw.isRecord()) {
            return new FieldType.RecordType(schema(raw, depth + 1));
        }
        if (isOf(component, List.class, String.class)) {
            return new FieldType.ListType(new FieldType.Scalar(ScalarKind.STRING));
        }
        if (isOf(component, Map.class, String.class, String.class)) {
            return new FieldType.MapType(new FieldType.Scalar(ScalarKind.STRING));
        }
        throw new UnsupportedType(
                component.getDeclaringRecord().getName(), component.getName(), typeAsWritten(component));
    }

    /** With the type's annotations only where one inside it is why it is refused. */
    private static String typeAsWritten(RecordComponent component) {
        boolean nullableInside = component.getAnnotatedType() instanceof AnnotatedParameterizedType parameterized
                && Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                        .anyMatch(RecordSchemas::isNullable);
        return nullableInside
                ? component.getAnnotatedType().toString().replaceAll("@[\\w.]*\\.Nullable(\\(\\))?", "@Nullable")
                : component.getGenericType().getTypeName();
    }

    /** Whether the component is the raw type with exactly these arguments, none of them nullable. */
    private static boolean isOf(RecordComponent component, Class<?> raw, Class<?>... arguments) {
        if (component.getType() != raw
                || !(component.getAnnotatedType() instanceof AnnotatedParameterizedType parameterized)) {
            return false;
        }
        AnnotatedType[] actual = parameterized.getAnnotatedActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
            Type argument = actual[i].getType();
            if (argument != arguments[i] || isNullable(actual[i])) {
                return false;
            }
        }
        return true;
    }
}
