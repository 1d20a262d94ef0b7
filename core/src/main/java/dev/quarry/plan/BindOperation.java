package dev.quarry.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be computed from captured values before a query runs. Each constant is the Java operation of that name and
 * throws what Java would throw; the record's data takes no part in it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum BindOperation {
    /** {@code a + b} on two ints, two longs or two doubles. */
    ADD(o -> Arithmetic.of(o[0]).add(o[0], o[1])),
    /** {@code a - b}. */
    SUBTRACT(o -> Arithmetic.of(o[0]).subtract(o[0], o[1])),
    /** {@code a * b}. */
    MULTIPLY(o -> Arithmetic.of(o[0]).multiply(o[0], o[1])),
    /** {@code a / b}. */
    DIVIDE(o -> Arithmetic.of(o[0]).divide(o[0], o[1])),
    /** {@code a % b}. */
    REMAINDER(o -> Arithmetic.of(o[0]).remainder(o[0], o[1])),
    /** {@code -a}. */
    NEGATE(o -> Arithmetic.of(o[0]).negate(o[0])),
    /** {@code a & b} on two ints, longs or booleans. */
    BIT_AND(o -> Bits.and(o[0], o[1])),
    /** {@code a | b}. */
    BIT_OR(o -> Bits.or(o[0], o[1])),
    /** {@code a ^ b}. */
    BIT_XOR(o -> Bits.xor(o[0], o[1])),
    /** {@code ~a}. */
    COMPLEMENT(o -> Bits.complement(o[0])),
    /** {@code a << b}. */
    SHIFT_LEFT(o -> Bits.shiftLeft(o[0], required(o[1], Number.class).longValue())),
    /** {@code a >> b}. */
    SHIFT_RIGHT(o -> Bits.shiftRight(o[0], required(o[1], Number.class).longValue())),
    /** {@code a >>> b}. */
    SHIFT_RIGHT_UNSIGNED(
            o -> Bits.shiftRightUnsigned(o[0], required(o[1], Number.class).longValue())),
    /** {@code Math.abs(a)}. */
    ABS(o -> Arithmetic.of(o[0]).abs(o[0])),
    /** {@code Math.min(a, b)} on numbers of one type. */
    MIN(o -> Arithmetic.of(o[0]).min(o[0], o[1])),
    /** {@code Math.max(a, b)} on numbers of one type. */
    MAX(o -> Arithmetic.of(o[0]).max(o[0], o[1])),
    /** {@code (int) a}. */
    TO_INT(o -> number(o[0]).intValue()),
    /** {@code (short) a} of an int or long. */
    TO_SHORT(o -> number(o[0]).shortValue()),
    /** {@code (byte) a} of an int or long. */
    TO_BYTE(o -> number(o[0]).byteValue()),
    /** {@code (char) a} of an int or long. */
    TO_CHAR(o -> (char) number(o[0]).longValue()),
    /** {@code (float) a}. */
    TO_FLOAT(o -> number(o[0]).floatValue()),
    /** {@code a ? b : c}; only one of {@code b} and {@code c} is computed. */
    CHOOSE(o -> required(o[0], Boolean.class)),
    /** Widens an int to a long, or cuts a double off. */
    TO_LONG(o -> number(o[0]).longValue()),
    /** Widens an int or long to a double. */
    TO_DOUBLE(o -> number(o[0]).doubleValue()),
    /** Unboxes: the value itself, or a {@link NullPointerException}. */
    REQUIRE(o -> Objects.requireNonNull(o[0])),
    /** {@code a == b} on primitives of one type. */
    EQUAL(o -> Arithmetic.equal(o[0], o[1])),
    /** {@code a < b} on numbers of one type. */
    LESS(o -> Arithmetic.of(o[0]).less(o[0], o[1])),
    /** {@code a <= b} on numbers of one type. */
    LESS_OR_EQUAL(o -> Arithmetic.of(o[0]).less(o[0], o[1]) || Arithmetic.equal(o[0], o[1])),
    /** {@code !a}. */
    NOT(o -> !required(o[0], Boolean.class)),
    /** {@code a && b}; the second operand is computed only if the first is true. */
    AND(o -> required(o[0], Boolean.class)),
    /** {@code a || b}; the second operand is computed only if the first is false. */
    OR(o -> required(o[0], Boolean.class)),
    /** {@code a == null}. */
    IS_NULL(o -> o[0] == null),
    /** {@code a == b} on references of a type whose values are unique, as enum constants are. */
    IDENTICAL(o -> o[0] == o[1]),
    /** {@code a.equals(b)}. */
    EQUALS(o -> Objects.requireNonNull(o[0]).equals(o[1])),
    /** {@code Objects.equals(a, b)}. */
    OBJECTS_EQUALS(o -> Objects.equals(o[0], o[1])),
    /** {@code a.compareTo(b)}. */
    COMPARE_TO(o -> compare(o[0], o[1])),
    /** {@code text.length()}. */
    LENGTH(o -> required(o[0], String.class).length()),
    /** {@code text.startsWith(prefix)}. */
    STARTS_WITH(o -> required(o[0], String.class).startsWith(required(o[1], String.class))),
    /** {@code text.endsWith(suffix)}. */
    ENDS_WITH(o -> required(o[0], String.class).endsWith(required(o[1], String.class))),
    /** {@code text.contains(part)}. */
    TEXT_CONTAINS(o -> required(o[0], String.class).contains(required(o[1], String.class))),
    /** {@code text + other}; null becomes the text {@code null}. */
    CONCAT(o -> "" + o[0] + o[1]),
    /** {@code isEmpty()} of a text, collection or map. */
    IS_EMPTY(o -> size(o[0]) == 0),
    /** {@code size()} of a collection or map. */
    SIZE(o -> size(o[0])),
    /** {@code collection.contains(value)}. */
    CONTAINS(o -> CapturedCollections.contains(required(o[0], Collection.class), o[1])),
    /** {@code collection.containsAll(others)}. */
    CONTAINS_ALL(
            o -> CapturedCollections.containsAll(required(o[0], Collection.class), required(o[1], Collection.class))),
    /** {@code list.get(index)}. */
    ELEMENT_AT(o -> required(o[0], List.class).get(required(o[1], Integer.class))),
    /** {@code list.indexOf(value)}. */
    INDEX_OF(o -> required(o[0], List.class).indexOf(o[1])),
    /** {@code list.lastIndexOf(value)}. */
    LAST_INDEX_OF(o -> required(o[0], List.class).lastIndexOf(o[1])),
    /** {@code map.containsKey(key)}. */
    CONTAINS_KEY(o -> required(o[0], Map.class).containsKey(o[1])),
    /** {@code map.containsValue(value)}. */
    CONTAINS_VALUE(o -> required(o[0], Map.class).containsValue(o[1])),
    /** {@code map.get(key)}; throws where the key is absent. */
    MAP_VALUE(o -> CapturedCollections.value(required(o[0], Map.class), o[1])),
    /** {@code map.keySet()}. */
    MAP_KEYS(o -> CapturedCollections.keys(required(o[0], Map.class))),
    /** {@code map.values()}. */
    MAP_VALUES(o -> required(o[0], Map.class).values()),

    /** The name of an enum constant; null for null. */
    ENUM_NAME(o -> o[0] == null ? null : required(o[0], Enum.class).name()),
    /** What a value's own column holds; null for null. */
    STORED(o -> o[0] == null ? null : StoredForm.first(o[0])),
    /** What the second column of a value that has two holds; null for null. */
    STORED_SECOND(o -> o[0] == null ? null : StoredForm.second(o[0])),
    /** The value inside an SQL expression; null for null, and for what is not a number. */
    COMPUTED(o -> o[0] == null ? null : ComputedForm.of(o[0])),
    /** Whether a double is not a number. */
    IS_NAN(o -> Double.isNaN(number(o[0]).doubleValue())),
    /** Whether a double is zero of either sign. */
    IS_ZERO(o -> number(o[0]).doubleValue() == 0.0),
    /** The {@link ElementForm} of a value; null for null. */
    ELEMENT(o -> o[0] == null ? null : ElementForm.of(o[0])),
    /** The elements of a collection as JSON, in the form in which columns hold them; nulls are left out. */
    JSON_ARRAY(o -> CapturedCollections.columns(required(o[0], Collection.class))),
    /** The elements of a collection as JSON, in their {@link ElementForm}; nulls stay. */
    JSON_ELEMENTS(o -> CapturedCollections.elements(required(o[0], Collection.class))),
    /** Texts as JSON, also those that no store can hold; nulls stay. */
    JSON_TEXTS(o -> CapturedCollections.texts(required(o[0], Collection.class))),
    /** The smallest text behind all texts with this prefix in code point order. */
    PREFIX_SUCCESSOR(o -> StorableText.prefixSuccessor(required(o[0], String.class))),
    /** Whether there is such a text. */
    HAS_PREFIX_SUCCESSOR(o -> StorableText.prefixSuccessor(required(o[0], String.class)) != null),
    /** Whether a text has a character at or above U+D800, where Java's order departs from that of code points. */
    HAS_HIGH_CHARACTER(o -> required(o[0], String.class).chars().anyMatch(c -> c >= 0xD800)),
    /** Whether a store can hold the text: no lone surrogate, no U+0000. */
    IS_STORABLE(o -> StorableText.isStorable(required(o[0], String.class))),
    /** The text itself, or an error of the query if no store can hold it; null for null. */
    STORABLE(o -> o[0] == null ? null : StorableText.require(required(o[0], String.class)));

    private final Function function;

    BindOperation(Function function) {
        this.function = function;
    }

    /** Applies the operation. */
    @Nullable
    Object apply(@Nullable Object... operands) {
        return function.apply(operands);
    }

    /** A char is a number too. */
    private static Number number(@Nullable Object value) {
        return value instanceof Character character ? (int) character : required(value, Number.class);
    }

    private static int size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Map<?, ?> map
                ? map.size()
                : required(value, Collection.class).size();
    }

    @SuppressWarnings("unchecked") // the checker admits only two values of one comparable type
    private static int compare(@Nullable Object left, @Nullable Object right) {
        return required(left, Comparable.class).compareTo(Objects.requireNonNull(right));
    }

    private static <T> T required(@Nullable Object value, Class<T> type) {
        return type.cast(Objects.requireNonNull(value));
    }

    /** How many operands the operation takes is known to the compiler that writes the plan. */
    @FunctionalInterface
    private interface Function {
        @Nullable
        Object apply(@Nullable Object[] operands);
    }
}
