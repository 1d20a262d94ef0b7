package dev.quarry.schema;

/** The types of single values that a store holds. */
public enum ScalarKind {
    STRING("String", "java.lang.String", "java.lang.String"),
    INT("int", "int", "java.lang.Integer"),
    LONG("long", "long", "java.lang.Long"),
    SHORT("short", "short", "java.lang.Short"),
    BYTE("byte", "byte", "java.lang.Byte"),
    CHAR("char", "char", "java.lang.Character"),
    DOUBLE("double", "double", "java.lang.Double"),
    FLOAT("float", "float", "java.lang.Float"),
    BOOLEAN("boolean", "boolean", "java.lang.Boolean"),
    INSTANT("Instant", "java.time.Instant", "java.time.Instant"),
    LOCAL_DATE("LocalDate", "java.time.LocalDate", "java.time.LocalDate"),
    LOCAL_DATE_TIME("LocalDateTime", "java.time.LocalDateTime", "java.time.LocalDateTime"),
    DURATION("Duration", "java.time.Duration", "java.time.Duration"),
    BIG_DECIMAL("BigDecimal", "java.math.BigDecimal", "java.math.BigDecimal"),
    UUID("UUID", "java.util.UUID", "java.util.UUID"),
    /** Bytes; the array is copied on the way in and out by being written and read. */
    BYTES("byte[]", "[B", "[B"),
    /** The hash of a password, never the password. */
    PASSWORD("Password", "dev.quarry.Password", "dev.quarry.Password");

    private final String displayName;
    private final String className;
    private final String boxedClassName;

    ScalarKind(String displayName, String className, String boxedClassName) {
        this.displayName = displayName;
        this.className = className;
        this.boxedClassName = boxedClassName;
    }

    /** The name as a user writes it, the primitive's where there is one. */
    public String displayName() {
        return displayName;
    }

    /** The name of the reference type as a user writes it: the box of a primitive, else {@link #displayName()}. */
    public String boxedDisplayName() {
        return hasPrimitive() ? FieldType.simpleName(boxedClassName) : displayName;
    }

    /** The Java type's name: the primitive's where there is one. */
    public String className() {
        return className;
    }

    /** The name of the reference type: the box of a primitive, else the same as {@link #className()}. */
    public String boxedClassName() {
        return boxedClassName;
    }

    /** Whether the kind has a primitive type in Java. */
    public boolean hasPrimitive() {
        return !className.equals(boxedClassName);
    }
}
