package dev.quarry.query.check;

import dev.quarry.query.type.Type;
import dev.quarry.schema.ScalarKind;
import java.util.List;

/** The methods that the language has, by the type they are called on. Errors list them, and so does the documentation. */
@SuppressWarnings("ImmutableEnumChecker") // the list is List.of
public enum Catalog {
    STRING(
            "String",
            "equals",
            "startsWith",
            "endsWith",
            "contains",
            "isEmpty",
            "length",
            "compareTo",
            "equalsIgnoreCase",
            "isBlank",
            "indexOf",
            "trim",
            "strip",
            "toLowerCase",
            "toUpperCase",
            "concat"),
    NUMBER("a boxed number", "equals", "compareTo"),
    BOOLEAN("Boolean", "equals"),
    INSTANT("Instant", "equals", "isBefore", "isAfter", "compareTo"),
    UUID("UUID", "equals"),
    ENUM("an enum", "equals"),
    COLLECTION("a list or collection", "contains", "isEmpty", "size"),
    MAP("a map", "isEmpty", "size"),
    MATH("Math", "abs", "min", "max"),
    OBJECTS("Objects", "equals", "isNull", "nonNull"),
    NOTHING("this type");

    private final String owner;
    private final List<String> methods;

    Catalog(String owner, String... methods) {
        this.owner = owner;
        this.methods = List.of(methods);
    }

    /** The type in words. */
    public String owner() {
        return owner;
    }

    /** The methods' names. */
    public List<String> methods() {
        return methods;
    }

    /** {@code supported on String: equals, …}. */
    String describe() {
        return methods.isEmpty()
                ? "no method of " + owner + " is supported"
                : "supported on " + owner + ": " + String.join(", ", methods);
    }

    static Catalog of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return of(scalar.kind());
        }
        if (type instanceof Type.EnumType) {
            return ENUM;
        }
        if (type instanceof Type.CollectionOf) {
            return COLLECTION;
        }
        return type instanceof Type.MapOf ? MAP : NOTHING;
    }

    private static Catalog of(ScalarKind kind) {
        return switch (kind) {
            case STRING -> STRING;
            case INT, LONG, SHORT, BYTE, CHAR, DOUBLE, FLOAT -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case INSTANT -> INSTANT;
            case UUID -> UUID;
            case LOCAL_DATE, LOCAL_DATE_TIME, DURATION, BIG_DECIMAL, BYTES, PASSWORD -> NOTHING;
        };
    }
}
