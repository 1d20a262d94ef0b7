package dev.quarry.query.type;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.ScalarKind;
import java.util.Optional;
import java.util.Set;

/** The types that rules ask for, and questions about types. */
public final class Types {
    public static final Type STRING = new Type.Scalar(ScalarKind.STRING, false);
    public static final Type INT = new Type.Scalar(ScalarKind.INT, false);
    public static final Type LONG = new Type.Scalar(ScalarKind.LONG, false);
    public static final Type SHORT = new Type.Scalar(ScalarKind.SHORT, false);
    public static final Type BYTE = new Type.Scalar(ScalarKind.BYTE, false);
    public static final Type CHAR = new Type.Scalar(ScalarKind.CHAR, false);
    public static final Type FLOAT = new Type.Scalar(ScalarKind.FLOAT, false);
    public static final Type DOUBLE = new Type.Scalar(ScalarKind.DOUBLE, false);
    public static final Type BOOLEAN = new Type.Scalar(ScalarKind.BOOLEAN, false);
    public static final Type NULL = new Type.Null();

    private static final Set<ScalarKind> NUMBERS = Set.of(
            ScalarKind.INT,
            ScalarKind.LONG,
            ScalarKind.SHORT,
            ScalarKind.BYTE,
            ScalarKind.CHAR,
            ScalarKind.DOUBLE,
            ScalarKind.FLOAT);

    private Types() {}

    /** The kind of a single value. */
    public static Optional<ScalarKind> kind(Type type) {
        return type instanceof Type.Scalar scalar ? Optional.of(scalar.kind()) : Optional.empty();
    }

    /** Whether it is that kind, boxed or not. */
    public static boolean is(Type type, ScalarKind kind) {
        return type instanceof Type.Scalar scalar && scalar.kind() == kind;
    }

    /** Whether it is a boolean or Boolean. */
    public static boolean isBoolean(Type type) {
        return is(type, ScalarKind.BOOLEAN);
    }

    /** Whether it is a numeric type of Java (JLS 4.2), or a box of one. */
    public static boolean isNumeric(Type type) {
        return kind(type).filter(NUMBERS::contains).isPresent();
    }

    /** Whether it is double or float, or a box of these. */
    public static boolean isFloating(Type type) {
        return is(type, ScalarKind.DOUBLE) || is(type, ScalarKind.FLOAT);
    }

    /** Whether its values take two numbers, the first of which is the more significant one. */
    public static boolean isPair(Type type) {
        return is(type, ScalarKind.INSTANT) || is(type, ScalarKind.DURATION) || is(type, ScalarKind.LOCAL_DATE_TIME);
    }

    /** What a collection holds, or the values of a map. */
    public static Type element(Type collection) {
        return collection instanceof Type.MapOf map ? map.value() : ((Type.CollectionOf) collection).element();
    }

    /** Whether it is a Java primitive. */
    public static boolean isPrimitive(Type type) {
        return type instanceof Type.Scalar scalar && scalar.kind().hasPrimitive() && !scalar.boxed();
    }

    /** Whether it is a box of a primitive. */
    public static boolean isBoxed(Type type) {
        return type instanceof Type.Scalar scalar && scalar.kind().hasPrimitive() && scalar.boxed();
    }

    /** The type with its box removed. */
    public static Type unboxed(Type type) {
        return type instanceof Type.Scalar scalar ? new Type.Scalar(scalar.kind(), false) : type;
    }

    /** Whether values of the two can be equal, boxes aside. */
    public static boolean sameValues(Type left, Type right) {
        return unboxed(left).equals(unboxed(right));
    }

    /** The type of numbers that two operands are converted to (JLS 5.6). */
    public static Type promoted(Type left, Type right) {
        if (is(left, ScalarKind.DOUBLE) || is(right, ScalarKind.DOUBLE)) {
            return DOUBLE;
        }
        if (isFloating(left) || isFloating(right)) {
            return FLOAT;
        }
        return is(left, ScalarKind.LONG) || is(right, ScalarKind.LONG) ? LONG : INT;
    }

    /** The name with its article: {@code an int}, {@code a String}. */
    public static String withArticle(Type type) {
        String name = type.displayName();
        return ("aeiouAEIO".indexOf(name.charAt(0)) >= 0 && !name.startsWith("U") ? "an " : "a ") + name;
    }

    /** The type of a component's accessor. */
    public static Type of(Component component) {
        Type value = value(component);
        return component.presence() == Presence.OPTIONAL ? new Type.OptionalOf(value) : value;
    }

    private static Type value(Component component) {
        return component.type().accept(new FieldType.Visitor<Type>() {
            @Override
            public Type scalar(FieldType.Scalar type) {
                boolean boxed = type.kind().hasPrimitive() && component.presence() != Presence.PRIMITIVE;
                return new Type.Scalar(type.kind(), boxed);
            }

            @Override
            public Type enumeration(FieldType.EnumType type) {
                return new Type.EnumType(type.className());
            }

            @Override
            public Type list(FieldType.ListType type) {
                return new Type.CollectionOf("List", element(type.element()));
            }

            @Override
            public Type set(FieldType.SetType type) {
                return new Type.CollectionOf("Set", element(type.element()));
            }

            @Override
            public Type map(FieldType.MapType type) {
                return new Type.MapOf(element(type.value()));
            }

            @Override
            public Type nested(FieldType.RecordType type) {
                return new Type.RecordOf(type.schema());
            }
        });
    }

    private static Type element(FieldType type) {
        return of(new Component("element", type, Presence.REQUIRED));
    }
}
