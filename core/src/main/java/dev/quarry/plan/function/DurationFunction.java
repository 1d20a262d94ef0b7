package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partial;
import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.total;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.BOOLEAN;
import static dev.quarry.schema.ScalarKind.DURATION;
import static dev.quarry.schema.ScalarKind.INSTANT;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LOCAL_DATE_TIME;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.STRING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Methods of Duration. A unit of time comes by its name. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum DurationFunction implements JavaFunction {
    DURATION_GET_SECONDS(total("getSeconds", LONG, o -> ((Duration) o[0]).getSeconds(), DURATION)),
    DURATION_TO_SECONDS(total("toSeconds", LONG, o -> ((Duration) o[0]).toSeconds(), DURATION)),
    DURATION_TO_DAYS(total("toDays", LONG, o -> ((Duration) o[0]).toDays(), DURATION)),
    DURATION_TO_HOURS(total("toHours", LONG, o -> ((Duration) o[0]).toHours(), DURATION)),
    DURATION_TO_MINUTES(total("toMinutes", LONG, o -> ((Duration) o[0]).toMinutes(), DURATION)),
    DURATION_TO_MILLIS(partial("toMillis", LONG, o -> ((Duration) o[0]).toMillis(), DURATION)),
    DURATION_TO_NANOS(partial("toNanos", LONG, o -> ((Duration) o[0]).toNanos(), DURATION)),
    DURATION_TO_DAYS_PART(total("toDaysPart", LONG, o -> ((Duration) o[0]).toDaysPart(), DURATION)),
    DURATION_GET_NANO(total("getNano", INT, o -> ((Duration) o[0]).getNano(), DURATION)),
    DURATION_TO_HOURS_PART(total("toHoursPart", INT, o -> ((Duration) o[0]).toHoursPart(), DURATION)),
    DURATION_TO_MINUTES_PART(total("toMinutesPart", INT, o -> ((Duration) o[0]).toMinutesPart(), DURATION)),
    DURATION_TO_SECONDS_PART(total("toSecondsPart", INT, o -> ((Duration) o[0]).toSecondsPart(), DURATION)),
    DURATION_TO_MILLIS_PART(total("toMillisPart", INT, o -> ((Duration) o[0]).toMillisPart(), DURATION)),
    DURATION_TO_NANOS_PART(total("toNanosPart", INT, o -> ((Duration) o[0]).toNanosPart(), DURATION)),
    DURATION_IS_ZERO(total("isZero", BOOLEAN, o -> ((Duration) o[0]).isZero(), DURATION)),
    DURATION_IS_NEGATIVE(total("isNegative", BOOLEAN, o -> ((Duration) o[0]).isNegative(), DURATION)),
    DURATION_PLUS(partial("plus", DURATION, o -> ((Duration) o[0]).plus((Duration) o[1]), DURATION, DURATION)),
    DURATION_MINUS(partial("minus", DURATION, o -> ((Duration) o[0]).minus((Duration) o[1]), DURATION, DURATION)),
    DURATION_MULTIPLIED_BY(
            partial("multipliedBy", DURATION, o -> ((Duration) o[0]).multipliedBy((long) o[1]), DURATION, LONG)),
    DURATION_DIVIDED_BY(partial("dividedBy", DURATION, o -> ((Duration) o[0]).dividedBy((long) o[1]), DURATION, LONG)),
    DURATION_QUOTIENT(
            partial("dividedBy", LONG, o -> ((Duration) o[0]).dividedBy((Duration) o[1]), DURATION, DURATION)),
    DURATION_NEGATED(partial("negated", DURATION, o -> ((Duration) o[0]).negated(), DURATION)),
    DURATION_ABS(partial("abs", DURATION, o -> ((Duration) o[0]).abs(), DURATION)),
    DURATION_PLUS_DAYS(partial("plusDays", DURATION, o -> ((Duration) o[0]).plusDays((long) o[1]), DURATION, LONG)),
    DURATION_MINUS_DAYS(partial("minusDays", DURATION, o -> ((Duration) o[0]).minusDays((long) o[1]), DURATION, LONG)),
    DURATION_OF_DAYS(partialStatic("Duration", "ofDays", DURATION, o -> Duration.ofDays((long) o[0]), LONG)),
    DURATION_PLUS_HOURS(partial("plusHours", DURATION, o -> ((Duration) o[0]).plusHours((long) o[1]), DURATION, LONG)),
    DURATION_MINUS_HOURS(
            partial("minusHours", DURATION, o -> ((Duration) o[0]).minusHours((long) o[1]), DURATION, LONG)),
    DURATION_OF_HOURS(partialStatic("Duration", "ofHours", DURATION, o -> Duration.ofHours((long) o[0]), LONG)),
    DURATION_PLUS_MINUTES(
            partial("plusMinutes", DURATION, o -> ((Duration) o[0]).plusMinutes((long) o[1]), DURATION, LONG)),
    DURATION_MINUS_MINUTES(
            partial("minusMinutes", DURATION, o -> ((Duration) o[0]).minusMinutes((long) o[1]), DURATION, LONG)),
    DURATION_OF_MINUTES(partialStatic("Duration", "ofMinutes", DURATION, o -> Duration.ofMinutes((long) o[0]), LONG)),
    DURATION_PLUS_SECONDS(
            partial("plusSeconds", DURATION, o -> ((Duration) o[0]).plusSeconds((long) o[1]), DURATION, LONG)),
    DURATION_MINUS_SECONDS(
            partial("minusSeconds", DURATION, o -> ((Duration) o[0]).minusSeconds((long) o[1]), DURATION, LONG)),
    DURATION_OF_SECONDS(totalStatic("Duration", "ofSeconds", DURATION, o -> Duration.ofSeconds((long) o[0]), LONG)),
    DURATION_PLUS_MILLIS(
            partial("plusMillis", DURATION, o -> ((Duration) o[0]).plusMillis((long) o[1]), DURATION, LONG)),
    DURATION_MINUS_MILLIS(
            partial("minusMillis", DURATION, o -> ((Duration) o[0]).minusMillis((long) o[1]), DURATION, LONG)),
    DURATION_OF_MILLIS(totalStatic("Duration", "ofMillis", DURATION, o -> Duration.ofMillis((long) o[0]), LONG)),
    DURATION_PLUS_NANOS(partial("plusNanos", DURATION, o -> ((Duration) o[0]).plusNanos((long) o[1]), DURATION, LONG)),
    DURATION_MINUS_NANOS(
            partial("minusNanos", DURATION, o -> ((Duration) o[0]).minusNanos((long) o[1]), DURATION, LONG)),
    DURATION_OF_NANOS(totalStatic("Duration", "ofNanos", DURATION, o -> Duration.ofNanos((long) o[0]), LONG)),
    DURATION_OF_SECONDS_NANOS(partialStatic(
            "Duration", "ofSeconds", DURATION, o -> Duration.ofSeconds((long) o[0], (long) o[1]), LONG, LONG)),
    DURATION_PARSE(partialStatic("Duration", "parse", DURATION, o -> Duration.parse((String) o[0]), STRING)),
    DURATION_OF(partialStatic("Duration", "of", DURATION, o -> Duration.of((long) o[0], unit(o[1])), LONG, STRING)),
    DURATION_PLUS_UNITS(partial(
            "plus", DURATION, o -> ((Duration) o[0]).plus((long) o[1], unit(o[2])), DURATION, LONG, STRING)),
    DURATION_MINUS_UNITS(partial(
            "minus", DURATION, o -> ((Duration) o[0]).minus((long) o[1], unit(o[2])), DURATION, LONG, STRING)),
    DURATION_TRUNCATED_TO(
            partial("truncatedTo", DURATION, o -> ((Duration) o[0]).truncatedTo(unit(o[1])), DURATION, STRING)),
    DURATION_WITH_SECONDS(
            partial("withSeconds", DURATION, o -> ((Duration) o[0]).withSeconds((long) o[1]), DURATION, LONG)),
    DURATION_WITH_NANOS(partial("withNanos", DURATION, o -> ((Duration) o[0]).withNanos((int) o[1]), DURATION, INT)),
    COMPARE_DURATIONS(total("compareTo", INT, o -> ((Duration) o[0]).compareTo((Duration) o[1]), DURATION, DURATION)),
    DURATION_HASH(total("hashCode", INT, o -> ((Duration) o[0]).hashCode(), DURATION)),
    DURATION_BETWEEN_INSTANTS(partialStatic(
            "Duration", "between", DURATION, o -> Duration.between((Instant) o[0], (Instant) o[1]), INSTANT, INSTANT)),
    DURATION_BETWEEN_DATE_TIMES(partialStatic(
            "Duration",
            "between",
            DURATION,
            o -> Duration.between((LocalDateTime) o[0], (LocalDateTime) o[1]),
            LOCAL_DATE_TIME,
            LOCAL_DATE_TIME));

    private final Signature signature;

    DurationFunction(Signature signature) {
        this.signature = signature;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    private static ChronoUnit unit(Object name) {
        return ChronoUnit.valueOf((String) name);
    }
}
