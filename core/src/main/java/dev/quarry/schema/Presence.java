package dev.quarry.schema;

/** Whether a component can be without a value. */
public enum Presence {
    /** A Java primitive: always there. */
    PRIMITIVE,
    /** A reference that must not be null. */
    REQUIRED,
    /** A reference marked {@code @Nullable}. */
    NULLABLE;

    /** Whether null is allowed. */
    public boolean allowsNull() {
        return this == NULLABLE;
    }
}
