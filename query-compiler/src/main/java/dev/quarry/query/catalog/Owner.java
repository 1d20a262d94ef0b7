package dev.quarry.query.catalog;

import dev.quarry.query.type.Type;
import dev.quarry.schema.ScalarKind;
import java.util.Arrays;
import java.util.Optional;

/** The classes whose methods {@link Catalog} lists, all of them. */
public enum Owner {
    STRING("String", "java.lang.String"),
    INTEGER("Integer", "java.lang.Integer"),
    LONG("Long", "java.lang.Long"),
    SHORT("Short", "java.lang.Short"),
    BYTE("Byte", "java.lang.Byte"),
    CHARACTER("Character", "java.lang.Character"),
    DOUBLE("Double", "java.lang.Double"),
    FLOAT("Float", "java.lang.Float"),
    BOOLEAN("Boolean", "java.lang.Boolean"),
    MATH("Math", "java.lang.Math"),
    OBJECTS("Objects", "java.util.Objects"),
    ENUM("an enum", "java.lang.Enum"),
    INSTANT("Instant", "java.time.Instant"),
    LOCAL_DATE("LocalDate", "java.time.LocalDate"),
    LOCAL_DATE_TIME("LocalDateTime", "java.time.LocalDateTime"),
    DURATION("Duration", "java.time.Duration"),
    UUID("UUID", "java.util.UUID"),
    BIG_DECIMAL("BigDecimal", "java.math.BigDecimal"),
    LIST("List", "java.util.List"),
    SET("Set", "java.util.Set"),
    COLLECTION("Collection", "java.util.Collection"),
    MAP("Map", "java.util.Map"),
    OPTIONAL("Optional", "java.util.Optional"),
    /** What has no method in the language. */
    NOTHING("this type", "");

    private final String displayName;
    private final String className;

    Owner(String displayName, String className) {
        this.displayName = displayName;
        this.className = className;
    }

    /** The class as a user calls it. */
    public String displayName() {
        return displayName;
    }

    /** The class's full name; empty for {@link #NOTHING}. */
    public String className() {
        return className;
    }

    /** The owner of a class's static methods, if it is listed. */
    public static Optional<Owner> ofClass(String className) {
        return Arrays.stream(values())
                .filter(owner -> owner.className.equals(className))
                .findFirst();
    }

    /** The owner of the methods of a type's values. */
    public static Owner of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return of(scalar.kind());
        }
        if (type instanceof Type.CollectionOf collection) {
            return switch (collection.rawName()) {
                case "List" -> LIST;
                case "Set" -> SET;
                default -> COLLECTION;
            };
        }
        if (type instanceof Type.MapOf) {
            return MAP;
        }
        if (type instanceof Type.OptionalOf) {
            return OPTIONAL;
        }
        return type instanceof Type.EnumType ? ENUM : NOTHING;
    }

    private static Owner of(ScalarKind kind) {
        return switch (kind) {
            case INT -> INTEGER;
            case CHAR -> CHARACTER;
            case BYTES, PASSWORD -> NOTHING;
            default -> valueOf(kind.name());
        };
    }
}
