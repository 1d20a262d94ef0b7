package dev.quarry.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What the columns of a single value hold: one, or two for what no SQL number can hold exactly. */
public final class StoredForm {
    private StoredForm() {}

    /** What the value's own column holds. */
    public static Object first(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return StoredDouble.of(((Number) value).doubleValue());
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Character character) {
            return (long) character;
        }
        if (value instanceof UUID uuid) {
            return UuidBytes.of(uuid);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (value instanceof BigDecimal decimal) {
            return DecimalKey.of(decimal);
        }
        TimePair pair = TimePair.ofValue(value);
        return pair == null ? value : (Object) pair.whole(value);
    }

    /** What the second column holds, of a value that has two. */
    public static Object second(Object value) {
        if (value instanceof BigDecimal decimal) {
            return (long) decimal.scale();
        }
        TimePair pair = TimePair.ofValue(value);
        if (pair != null) {
            return pair.nano(value);
        }
        throw new IllegalArgumentException("one column is enough for " + value.getClass());
    }
}
