package dev.quarry.plan;

import dev.quarry.schema.ScalarKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The times that take two whole numbers, the second of which says how many nanoseconds come on top of the first: seconds and
 * their nanoseconds, or days and the nanoseconds of the day. Compared one after the other, the numbers have the order of the
 * times.
 */
// The functions hold no state. The nanoseconds are meant to be those of the second: the seconds have a number of their
// own.
@SuppressWarnings({"JavaInstantGetSecondsGetNano", "JavaDurationGetSecondsGetNano", "ImmutableEnumChecker"})
public enum TimePair {
    INSTANT(
            Instant.class,
            Limits.LAST_NANO_OF_SECOND,
            value -> ((Instant) value).getEpochSecond(),
            value -> ((Instant) value).getNano(),
            Instant::ofEpochSecond),
    DURATION(
            Duration.class,
            Limits.LAST_NANO_OF_SECOND,
            value -> ((Duration) value).getSeconds(),
            value -> ((Duration) value).getNano(),
            Duration::ofSeconds),
    LOCAL_DATE_TIME(
            LocalDateTime.class,
            Limits.LAST_NANO_OF_DAY,
            value -> ((LocalDateTime) value).toLocalDate().toEpochDay(),
            value -> ((LocalDateTime) value).toLocalTime().toNanoOfDay(),
            (day, nano) -> LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofNanoOfDay(nano)));

    private final Class<?> type;
    private final long lastNano;
    private final ToLongFunction<Object> whole;
    private final ToLongFunction<Object> nano;
    private final Maker maker;

    TimePair(Class<?> type, long lastNano, ToLongFunction<Object> whole, ToLongFunction<Object> nano, Maker maker) {
        this.type = type;
        this.lastNano = lastNano;
        this.whole = whole;
        this.nano = nano;
        this.maker = maker;
    }

    /** Kept apart because the constants above are made first. */
    private static final class Limits {
        static final long LAST_NANO_OF_SECOND = 999_999_999;
        static final long LAST_NANO_OF_DAY = LocalTime.MAX.toNanoOfDay();
    }

    @FunctionalInterface
    private interface Maker {
        Object make(long whole, long nano);
    }

    /**
     * The pair that a kind is stored as.
     *
     * @throws IllegalArgumentException if it takes one number
     */
    public static TimePair of(ScalarKind kind) {
        return switch (kind) {
            case INSTANT -> INSTANT;
            case DURATION -> DURATION;
            case LOCAL_DATE_TIME -> LOCAL_DATE_TIME;
            default -> throw new IllegalArgumentException("one number is enough for " + kind);
        };
    }

    /** The pair that a value is stored as; null if it takes one number. */
    static @Nullable TimePair ofValue(Object value) {
        if (value instanceof Instant) {
            return INSTANT;
        }
        if (value instanceof Duration) {
            return DURATION;
        }
        return value instanceof LocalDateTime ? LOCAL_DATE_TIME : null;
    }

    /** The class of its values. */
    public Class<?> type() {
        return type;
    }

    /** A value's seconds or days. */
    public long whole(Object value) {
        return whole.applyAsLong(value);
    }

    /** A value's nanoseconds on top of these. */
    public long nano(Object value) {
        return nano.applyAsLong(value);
    }

    /**
     * The value of two numbers.
     *
     * @throws DateTimeException if there is none
     */
    public Object value(long whole, long nano) {
        if (nano < 0 || nano > lastNano) {
            throw new DateTimeException(nano + " nanoseconds are not between 0 and " + lastNano);
        }
        return maker.make(whole, nano);
    }
}
