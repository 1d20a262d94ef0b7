package dev.quarry.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** What the columns of a single value hold: one, or two for what no SQL number can hold exactly. */
public final class StoredForm {
    private StoredForm() {}

    /** What the value's own column holds. */
    public static Object first(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return TextAndBytes.storedDouble(((Number) value).doubleValue());
        }
        if (value instanceof Character character) {
            return (long) character;
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof UUID uuid) {
            return TextAndBytes.uuid(uuid);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate().toEpochDay();
        }
        if (value instanceof Instant instant) {
            return instant.getEpochSecond();
        }
        return value instanceof Duration duration ? (Object) duration.getSeconds() : value;
    }

    /** What the second column holds, of a value that has two. */
    public static Object second(Object value) {
        if (value instanceof Instant instant) {
            return (long) instant.getNano();
        }
        if (value instanceof Duration duration) {
            return (long) duration.getNano();
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalTime().toNanoOfDay();
        }
        throw new IllegalArgumentException("one column is enough for " + value.getClass());
    }
}
