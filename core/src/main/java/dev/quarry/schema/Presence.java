package dev.quarry.schema;

/** Whether a component can be without a value. */
public enum Presence {
    /** A Java primitive: always there. */
    PRIMITIVE,
    /** A reference that must not be null. */
    REQUIRED,
    /** A reference marked {@code @Nullable}. */
    NULLABLE,
    /** Declared as {@code Optional<T>}: the accessor gives an Optional, which is never null; what is stored may be absent. */
    OPTIONAL;

    /** Whether the component itself may be null in Java. */
    public boolean allowsNull() {
        return this == NULLABLE;
    }

    /** Whether a record can be stored without the value: its columns may be NULL. */
    public boolean allowsAbsence() {
        return this == NULLABLE || this == OPTIONAL;
    }
}
