package dev.quarry.schema;

import dev.quarry.error.UnsupportedType;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record class by reflection. */
final class DeclaredComponent {
    private final RecordComponent component;
    private final Nesting nesting;

    /** A component of the innermost of some records. */
    DeclaredComponent(RecordComponent component, Nesting nesting) {
        this.component = component;
        this.nesting = nesting;
    }

    /** The component; throws {@link UnsupportedType} if no store holds its type. */
    Component read() {
        AnnotatedType type = component.getAnnotatedType();
        if (rawClass(type) == Optional.class) {
            return new Component(component.getName(), optional(type), Presence.OPTIONAL);
        }
        Presence presence = component.getType().isPrimitive()
                ? Presence.PRIMITIVE
                : isNullable(type) ? Presence.NULLABLE : Presence.REQUIRED;
        return new Component(component.getName(), value(type).orElseThrow(this::unsupported), presence);
    }

    private FieldType optional(AnnotatedType type) {
        if (isNullable(type)) {
            throw UnsupportedType.nullableOptional(
                    component.getDeclaringRecord().getName(), component.getName(), typeAsWritten());
        }
        return argument(type, 0).flatMap(this::value).orElseThrow(this::unsupported);
    }

    private Optional<FieldType> value(AnnotatedType type) {
        Class<?> raw = rawClass(type);
        if (raw == List.class) {
            return argument(type, 0).flatMap(this::single).map(FieldType.ListType::new);
        }
        if (raw == Set.class) {
            return argument(type, 0).flatMap(this::single).map(FieldType.SetType::new);
        }
        if (raw == Map.class) {
            return argument(type, 0)
                    .filter(key -> key.getType() == String.class)
                    .flatMap(key -> argument(type, 1))
                    .flatMap(this::single)
                    .map(FieldType.MapType::new);
        }
        return single(type);
    }

    /** What a collection can hold: anything but a collection. */
    private Optional<FieldType> single(AnnotatedType type) {
        Class<?> raw = rawClass(type);
        if (hasNullableElements(type)) {
            return Optional.empty();
        }
        for (ScalarKind kind : ScalarKind.values()) {
            if (raw.getName().equals(kind.className()) || raw.getName().equals(kind.boxedClassName())) {
                return Optional.of(new FieldType.Scalar(kind));
            }
        }
        if (raw.isEnum()) {
            return Optional.of(new FieldType.EnumType(raw.getName(), constants(raw)));
        }
        return raw.isRecord()
                ? Optional.of(new FieldType.RecordType(RecordSchemas.schema(raw, nesting)))
                : Optional.empty();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** The class itself; of what is no class, such as a wildcard, {@link Object}, which nothing here is made for. */
    private static Class<?> rawClass(AnnotatedType annotated) {
        Type type = annotated.getType();
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> known ? known : Object.class;
    }

    /** A type argument; empty if the type is raw, or the argument may be null. */
    private static Optional<AnnotatedType> argument(AnnotatedType type, int index) {
        return type instanceof AnnotatedParameterizedType parameterized
                ? Optional.of(parameterized.getAnnotatedActualTypeArguments()[index])
                        .filter(argument -> !isNullable(argument))
                : Optional.empty();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** An annotation in front of {@code byte[]} is one of its elements, which are never null. */
    private static boolean hasNullableElements(AnnotatedType type) {
        return type instanceof AnnotatedArrayType array && isNullable(array.getAnnotatedGenericComponentType());
    }

    private UnsupportedType unsupported() {
        return new UnsupportedType(component.getDeclaringRecord().getName(), component.getName(), typeAsWritten());
    }

    /** With the type's annotations only where one of them is why it is refused. */
    private String typeAsWritten() {
        AnnotatedType type = component.getAnnotatedType();
        boolean nullableMatters = rawClass(type) == Optional.class && isNullable(type);
        return nullableMatters || inside(type).anyMatch(DeclaredComponent::isNullable)
                ? type.toString()
                        .replaceAll("@[\\w.]*\\.Nullable(\\(\\))?", "@Nullable")
                        .replace("@Nullable[", "@Nullable [")
                : component.getGenericType().getTypeName();
    }

    /** The types that a type is made of. */
    private static Stream<AnnotatedType> inside(AnnotatedType type) {
        Stream<AnnotatedType> parts = Stream.empty();
        if (type instanceof AnnotatedParameterizedType parameterized) {
            parts = Arrays.stream(parameterized.getAnnotatedActualTypeArguments());
        } else if (type instanceof AnnotatedArrayType array) {
            parts = Stream.of(array.getAnnotatedGenericComponentType());
        }
        return parts.flatMap(part -> Stream.concat(Stream.of(part), inside(part)));
    }
}
