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
    /** Bits of ints or longs; the right operand of a shift is an int or a long. */
    BIT_AND,
    BIT_OR,
    BIT_XOR,
    COMPLEMENT,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    SHIFT_RIGHT_UNSIGNED,
    /** {@code Math.abs}, {@code Math.min}, {@code Math.max} on numbers of one type. */
    ABS,
    MIN,
    MAX,
    /** Conversions between types of numbers. */
    TO_INT,
    TO_LONG,
    TO_DOUBLE,
    TO_FLOAT,
    TO_SHORT,
    TO_BYTE,
    TO_CHAR,
    /** The name of an enum constant, for a method that takes it by its name. */
    ENUM_NAME,
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
    /** {@code condition ? a : b}, of any type; only one of the two is evaluated. */
    CONDITIONAL,
    /** True once the operand, which is no boolean, has been evaluated: all that matters is whether that throws. */
    DEFINED,
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
    CONCAT,
    /** Lists and maps of the record, or captured. */
    IS_EMPTY,
    SIZE,
    CONTAINS,
    CONTAINS_ALL,
    /** {@code list.get(index)}; throws where there is no such element. */
    ELEMENT_AT,
    INDEX_OF,
    LAST_INDEX_OF,
    CONTAINS_KEY,
    CONTAINS_VALUE,
    /** {@code map.get(key)} where the key is there; throws where it is absent. */
    MAP_VALUE
}
