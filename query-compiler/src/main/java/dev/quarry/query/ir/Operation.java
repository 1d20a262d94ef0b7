package dev.quarry.query.ir;

/** What the typed language can do with values; each has a rule in the checker and one in every lowering. */
public enum Operation {
    /** Numbers of one type. */
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    NEGATE,
    /** Widening. */
    TO_LONG,
    TO_DOUBLE,
    /** A box's value; throws for null. */
    UNBOX,
    /** Numbers of one type, as Java's operators compare them. */
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    /** Booleans. */
    SAME,
    AND,
    OR,
    NOT,
    /** References. */
    IS_NULL,
    IDENTICAL,
    EQUALS,
    OBJECTS_EQUALS,
    /** {@code a.compareTo(b) < 0} and its like: order of two values that have one. */
    BEFORE,
    BEFORE_OR_EQUAL,
    /** {@code a.compareTo(b) == 0}. */
    COMPARES_EQUAL,
    /** Texts. */
    STARTS_WITH,
    ENDS_WITH,
    TEXT_CONTAINS,
    TEXT_IS_EMPTY,
    LENGTH,
    /** Lists and maps of the record, or captured. */
    IS_EMPTY,
    SIZE,
    CONTAINS
}
