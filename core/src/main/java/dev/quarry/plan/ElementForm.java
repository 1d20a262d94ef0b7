package dev.quarry.plan;

import java.util.Objects;
import java.util.UUID;

/**
 * The one SQL value that stands for an element of a list or set, or a value of a map, once an engine has taken the JSON apart
 * in which they are stored. Two single values of one type are equal by {@code equals} exactly if their forms are:
 *
 * <ul>
 *   <li>texts and names of enum constants are texts; a text that no store can hold is bytes, which are in no JSON;
 *   <li>whole numbers, chars, dates and booleans are integers;
 *   <li>a double is its bits, and a float those of the double that it widens to: no engine is trusted to read a decimal
 *       fraction, or to tell 0.0 from -0.0;
 *   <li>instants, durations and dates with time are JSON arrays of two numbers, as texts;
 *   <li>UUIDs and decimals are their canonical texts.
 * </ul>
 */
public final class ElementForm {
    private ElementForm() {}

    /** The form of a value. */
    public static Object of(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.doubleToLongBits(((Number) value).doubleValue());
        }
        TimePair pair = TimePair.ofValue(value);
        if (pair != null) {
            return pair(pair.whole(value), pair.nano(value));
        }
        return value instanceof UUID ? value.toString() : Objects.requireNonNull(ComputedForm.of(value));
    }

    /** Two numbers as the JSON array that they are stored as. */
    public static String pair(long first, long second) {
        return "[" + first + "," + second + "]";
    }
}
