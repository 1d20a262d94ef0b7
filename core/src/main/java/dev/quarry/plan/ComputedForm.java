package dev.quarry.plan;

import dev.quarry.schema.ScalarKind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one SQL value that stands for a value of Java inside an expression, whatever columns it is stored in:
 *
 * <ul>
 *   <li>whole numbers, chars and dates are integers, booleans 1 and 0;
 *   <li>a double or float is a double, NULL if it is not a number;
 *   <li>an instant, duration or date with time is 16 bytes, whose order is that of the values;
 *   <li>a text is a text; one that no store can hold, which a computation may well come to, is its UTF-16 as bytes, so that it
 *       equals no stored text;
 *   <li>a UUID is its bytes, an enum constant its name, a decimal its canonical text, which says its scale too.
 * </ul>
 */
public final class ComputedForm {
    private ComputedForm() {}

    /** The form of a value. */
    public static @Nullable Object of(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isNaN(number) ? null : (Object) number;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toString();
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Character character) {
            return (long) character;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof UUID uuid) {
            return UuidBytes.of(uuid);
        }
        return value instanceof Enum<?> constant ? constant.name() : ofTime(value);
    }

    private static Object ofTime(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        TimePair pair = TimePair.ofValue(value);
        if (pair != null) {
            return packed(pair.whole(value), pair.nano(value));
        }
        throw new IllegalArgumentException("no form in SQL: " + value.getClass());
    }

    /** The text, or the bytes of its UTF-16 if no store can hold it. */
    private static Object text(String text) {
        if (StorableText.isStorable(text)) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        text.chars().forEach(c -> bytes.putChar((char) c));
        return bytes.array();
    }

    /** The text of {@link #of} from its bytes. */
    public static String text(byte[] bytes) {
        // a decoder would replace lone surrogates
        char[] chars = new char[bytes.length / 2];
        ByteBuffer.wrap(bytes).asCharBuffer().get(chars);
        return new String(chars);
    }

    /** Two numbers of which the first is the more significant one, as bytes in their order. */
    public static byte[] packed(long first, long second) {
        return ByteBuffer.allocate(16)
                .putLong(first ^ Long.MIN_VALUE)
                .putLong(second ^ Long.MIN_VALUE)
                .array();
    }

    /** The value of a kind that takes two numbers. */
    public static Object unpacked(ScalarKind kind, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long first = buffer.getLong() ^ Long.MIN_VALUE;
        long second = buffer.getLong() ^ Long.MIN_VALUE;
        return TimePair.of(kind).value(first, second);
    }
}
