package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partial;
import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.total;
import static dev.quarry.schema.ScalarKind.BOOLEAN;
import static dev.quarry.schema.ScalarKind.DURATION;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LOCAL_DATE;
import static dev.quarry.schema.ScalarKind.LOCAL_DATE_TIME;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.STRING;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Methods of LocalDate and LocalDateTime. A unit of time comes by its name. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum CalendarFunction implements JavaFunction {
    DATE_YEAR(total("getYear", INT, o -> ((LocalDate) o[0]).getYear(), LOCAL_DATE)),
    DATE_MONTH_VALUE(total("getMonthValue", INT, o -> ((LocalDate) o[0]).getMonthValue(), LOCAL_DATE)),
    DATE_DAY_OF_MONTH(total("getDayOfMonth", INT, o -> ((LocalDate) o[0]).getDayOfMonth(), LOCAL_DATE)),
    DATE_DAY_OF_YEAR(total("getDayOfYear", INT, o -> ((LocalDate) o[0]).getDayOfYear(), LOCAL_DATE)),
    DATE_MONTH(total("getMonth", STRING, o -> ((LocalDate) o[0]).getMonth(), LOCAL_DATE)),
    DATE_DAY_OF_WEEK(total("getDayOfWeek", STRING, o -> ((LocalDate) o[0]).getDayOfWeek(), LOCAL_DATE)),
    DATE_PLUS_DAYS(partial("plusDays", LOCAL_DATE, o -> ((LocalDate) o[0]).plusDays((long) o[1]), LOCAL_DATE, LONG)),
    DATE_MINUS_DAYS(partial("minusDays", LOCAL_DATE, o -> ((LocalDate) o[0]).minusDays((long) o[1]), LOCAL_DATE, LONG)),
    DATE_PLUS_WEEKS(partial("plusWeeks", LOCAL_DATE, o -> ((LocalDate) o[0]).plusWeeks((long) o[1]), LOCAL_DATE, LONG)),
    DATE_MINUS_WEEKS(
            partial("minusWeeks", LOCAL_DATE, o -> ((LocalDate) o[0]).minusWeeks((long) o[1]), LOCAL_DATE, LONG)),
    DATE_PLUS_MONTHS(
            partial("plusMonths", LOCAL_DATE, o -> ((LocalDate) o[0]).plusMonths((long) o[1]), LOCAL_DATE, LONG)),
    DATE_MINUS_MONTHS(
            partial("minusMonths", LOCAL_DATE, o -> ((LocalDate) o[0]).minusMonths((long) o[1]), LOCAL_DATE, LONG)),
    DATE_PLUS_YEARS(partial("plusYears", LOCAL_DATE, o -> ((LocalDate) o[0]).plusYears((long) o[1]), LOCAL_DATE, LONG)),
    DATE_MINUS_YEARS(
            partial("minusYears", LOCAL_DATE, o -> ((LocalDate) o[0]).minusYears((long) o[1]), LOCAL_DATE, LONG)),
    DATE_WITH_DAY_OF_MONTH(
            partial("withDayOfMonth", LOCAL_DATE, o -> ((LocalDate) o[0]).withDayOfMonth((int) o[1]), LOCAL_DATE, INT)),
    DATE_WITH_DAY_OF_YEAR(
            partial("withDayOfYear", LOCAL_DATE, o -> ((LocalDate) o[0]).withDayOfYear((int) o[1]), LOCAL_DATE, INT)),
    DATE_WITH_MONTH(partial("withMonth", LOCAL_DATE, o -> ((LocalDate) o[0]).withMonth((int) o[1]), LOCAL_DATE, INT)),
    DATE_WITH_YEAR(partial("withYear", LOCAL_DATE, o -> ((LocalDate) o[0]).withYear((int) o[1]), LOCAL_DATE, INT)),
    DATE_PLUS_UNITS(partial(
            "plus", LOCAL_DATE, o -> ((LocalDate) o[0]).plus((long) o[1], unit(o[2])), LOCAL_DATE, LONG, STRING)),
    DATE_MINUS_UNITS(partial(
            "minus", LOCAL_DATE, o -> ((LocalDate) o[0]).minus((long) o[1], unit(o[2])), LOCAL_DATE, LONG, STRING)),
    DATE_UNTIL(partial(
            "until",
            LONG,
            o -> ((LocalDate) o[0]).until((LocalDate) o[1], unit(o[2])),
            LOCAL_DATE,
            LOCAL_DATE,
            STRING)),
    DATE_HASH(total("hashCode", INT, o -> ((LocalDate) o[0]).hashCode(), LOCAL_DATE)),
    DATE_TIME_YEAR(total("getYear", INT, o -> ((LocalDateTime) o[0]).getYear(), LOCAL_DATE_TIME)),
    DATE_TIME_MONTH_VALUE(total("getMonthValue", INT, o -> ((LocalDateTime) o[0]).getMonthValue(), LOCAL_DATE_TIME)),
    DATE_TIME_DAY_OF_MONTH(total("getDayOfMonth", INT, o -> ((LocalDateTime) o[0]).getDayOfMonth(), LOCAL_DATE_TIME)),
    DATE_TIME_DAY_OF_YEAR(total("getDayOfYear", INT, o -> ((LocalDateTime) o[0]).getDayOfYear(), LOCAL_DATE_TIME)),
    DATE_TIME_MONTH(total("getMonth", STRING, o -> ((LocalDateTime) o[0]).getMonth(), LOCAL_DATE_TIME)),
    DATE_TIME_DAY_OF_WEEK(total("getDayOfWeek", STRING, o -> ((LocalDateTime) o[0]).getDayOfWeek(), LOCAL_DATE_TIME)),
    DATE_TIME_PLUS_DAYS(partial(
            "plusDays", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plusDays((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_MINUS_DAYS(partial(
            "minusDays", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).minusDays((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_PLUS_WEEKS(partial(
            "plusWeeks", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plusWeeks((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_MINUS_WEEKS(partial(
            "minusWeeks", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).minusWeeks((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_PLUS_MONTHS(partial(
            "plusMonths", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plusMonths((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_MINUS_MONTHS(partial(
            "minusMonths",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).minusMonths((long) o[1]),
            LOCAL_DATE_TIME,
            LONG)),
    DATE_TIME_PLUS_YEARS(partial(
            "plusYears", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plusYears((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_MINUS_YEARS(partial(
            "minusYears", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).minusYears((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_PLUS_HOURS(partial(
            "plusHours", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plusHours((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_MINUS_HOURS(partial(
            "minusHours", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).minusHours((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_PLUS_MINUTES(partial(
            "plusMinutes",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).plusMinutes((long) o[1]),
            LOCAL_DATE_TIME,
            LONG)),
    DATE_TIME_MINUS_MINUTES(partial(
            "minusMinutes",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).minusMinutes((long) o[1]),
            LOCAL_DATE_TIME,
            LONG)),
    DATE_TIME_PLUS_SECONDS(partial(
            "plusSeconds",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).plusSeconds((long) o[1]),
            LOCAL_DATE_TIME,
            LONG)),
    DATE_TIME_MINUS_SECONDS(partial(
            "minusSeconds",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).minusSeconds((long) o[1]),
            LOCAL_DATE_TIME,
            LONG)),
    DATE_TIME_PLUS_NANOS(partial(
            "plusNanos", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plusNanos((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_MINUS_NANOS(partial(
            "minusNanos", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).minusNanos((long) o[1]), LOCAL_DATE_TIME, LONG)),
    DATE_TIME_WITH_DAY_OF_MONTH(partial(
            "withDayOfMonth",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).withDayOfMonth((int) o[1]),
            LOCAL_DATE_TIME,
            INT)),
    DATE_TIME_WITH_DAY_OF_YEAR(partial(
            "withDayOfYear",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).withDayOfYear((int) o[1]),
            LOCAL_DATE_TIME,
            INT)),
    DATE_TIME_WITH_MONTH(partial(
            "withMonth", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).withMonth((int) o[1]), LOCAL_DATE_TIME, INT)),
    DATE_TIME_WITH_YEAR(partial(
            "withYear", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).withYear((int) o[1]), LOCAL_DATE_TIME, INT)),
    DATE_TIME_WITH_HOUR(partial(
            "withHour", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).withHour((int) o[1]), LOCAL_DATE_TIME, INT)),
    DATE_TIME_WITH_MINUTE(partial(
            "withMinute", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).withMinute((int) o[1]), LOCAL_DATE_TIME, INT)),
    DATE_TIME_WITH_SECOND(partial(
            "withSecond", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).withSecond((int) o[1]), LOCAL_DATE_TIME, INT)),
    DATE_TIME_WITH_NANO(partial(
            "withNano", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).withNano((int) o[1]), LOCAL_DATE_TIME, INT)),
    DATE_TIME_PLUS_UNITS(partial(
            "plus",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).plus((long) o[1], unit(o[2])),
            LOCAL_DATE_TIME,
            LONG,
            STRING)),
    DATE_TIME_MINUS_UNITS(partial(
            "minus",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).minus((long) o[1], unit(o[2])),
            LOCAL_DATE_TIME,
            LONG,
            STRING)),
    DATE_TIME_UNTIL(partial(
            "until",
            LONG,
            o -> ((LocalDateTime) o[0]).until((LocalDateTime) o[1], unit(o[2])),
            LOCAL_DATE_TIME,
            LOCAL_DATE_TIME,
            STRING)),
    DATE_TIME_HASH(total("hashCode", INT, o -> ((LocalDateTime) o[0]).hashCode(), LOCAL_DATE_TIME)),
    DATE_IS_LEAP_YEAR(total("isLeapYear", BOOLEAN, o -> ((LocalDate) o[0]).isLeapYear(), LOCAL_DATE)),
    DATE_LENGTH_OF_MONTH(total("lengthOfMonth", INT, o -> ((LocalDate) o[0]).lengthOfMonth(), LOCAL_DATE)),
    DATE_LENGTH_OF_YEAR(total("lengthOfYear", INT, o -> ((LocalDate) o[0]).lengthOfYear(), LOCAL_DATE)),
    DATE_TO_EPOCH_DAY(total("toEpochDay", LONG, o -> ((LocalDate) o[0]).toEpochDay(), LOCAL_DATE)),
    DATE_AT_START_OF_DAY(total("atStartOfDay", LOCAL_DATE_TIME, o -> ((LocalDate) o[0]).atStartOfDay(), LOCAL_DATE)),
    DATE_AT_TIME(partial(
            "atTime", LOCAL_DATE_TIME, o -> ((LocalDate) o[0]).atTime((int) o[1], (int) o[2]), LOCAL_DATE, INT, INT)),
    DATE_AT_TIME_SECONDS(partial(
            "atTime",
            LOCAL_DATE_TIME,
            o -> ((LocalDate) o[0]).atTime((int) o[1], (int) o[2], (int) o[3]),
            LOCAL_DATE,
            INT,
            INT,
            INT)),
    DATE_AT_TIME_NANOS(partial(
            "atTime",
            LOCAL_DATE_TIME,
            o -> ((LocalDate) o[0]).atTime((int) o[1], (int) o[2], (int) o[3], (int) o[4]),
            LOCAL_DATE,
            INT,
            INT,
            INT,
            INT)),
    COMPARE_DATES(total("compareTo", INT, o -> ((LocalDate) o[0]).compareTo((LocalDate) o[1]), LOCAL_DATE, LOCAL_DATE)),
    COMPARE_DATE_TIMES(total(
            "compareTo",
            INT,
            o -> ((LocalDateTime) o[0]).compareTo((LocalDateTime) o[1]),
            LOCAL_DATE_TIME,
            LOCAL_DATE_TIME)),
    DATE_OF(partialStatic(
            "LocalDate", "of", LOCAL_DATE, o -> LocalDate.of((int) o[0], (int) o[1], (int) o[2]), INT, INT, INT)),
    DATE_OF_YEAR_DAY(partialStatic(
            "LocalDate", "ofYearDay", LOCAL_DATE, o -> LocalDate.ofYearDay((int) o[0], (int) o[1]), INT, INT)),
    DATE_OF_EPOCH_DAY(
            partialStatic("LocalDate", "ofEpochDay", LOCAL_DATE, o -> LocalDate.ofEpochDay((long) o[0]), LONG)),
    DATE_PARSE(partialStatic("LocalDate", "parse", LOCAL_DATE, o -> LocalDate.parse((String) o[0]), STRING)),
    DATE_TIME_OF(partialStatic(
            "LocalDateTime",
            "of",
            LOCAL_DATE_TIME,
            o -> LocalDateTime.of((int) o[0], (int) o[1], (int) o[2], (int) o[3], (int) o[4]),
            INT,
            INT,
            INT,
            INT,
            INT)),
    DATE_TIME_OF_SECONDS(partialStatic(
            "LocalDateTime",
            "of",
            LOCAL_DATE_TIME,
            o -> LocalDateTime.of((int) o[0], (int) o[1], (int) o[2], (int) o[3], (int) o[4], (int) o[5]),
            INT,
            INT,
            INT,
            INT,
            INT,
            INT)),
    DATE_TIME_OF_NANOS(partialStatic(
            "LocalDateTime",
            "of",
            LOCAL_DATE_TIME,
            o -> LocalDateTime.of((int) o[0], (int) o[1], (int) o[2], (int) o[3], (int) o[4], (int) o[5], (int) o[6]),
            INT,
            INT,
            INT,
            INT,
            INT,
            INT,
            INT)),
    DATE_TIME_PARSE(
            partialStatic("LocalDateTime", "parse", LOCAL_DATE_TIME, o -> LocalDateTime.parse((String) o[0]), STRING)),
    DATE_TIME_HOUR(total("getHour", INT, o -> ((LocalDateTime) o[0]).getHour(), LOCAL_DATE_TIME)),
    DATE_TIME_MINUTE(total("getMinute", INT, o -> ((LocalDateTime) o[0]).getMinute(), LOCAL_DATE_TIME)),
    DATE_TIME_SECOND(total("getSecond", INT, o -> ((LocalDateTime) o[0]).getSecond(), LOCAL_DATE_TIME)),
    DATE_TIME_NANO(total("getNano", INT, o -> ((LocalDateTime) o[0]).getNano(), LOCAL_DATE_TIME)),
    DATE_TIME_TO_DATE(total("toLocalDate", LOCAL_DATE, o -> ((LocalDateTime) o[0]).toLocalDate(), LOCAL_DATE_TIME)),
    DATE_TIME_PLUS(partial(
            "plus", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).plus((Duration) o[1]), LOCAL_DATE_TIME, DURATION)),
    DATE_TIME_MINUS(partial(
            "minus", LOCAL_DATE_TIME, o -> ((LocalDateTime) o[0]).minus((Duration) o[1]), LOCAL_DATE_TIME, DURATION)),
    DATE_TIME_TRUNCATED_TO(partial(
            "truncatedTo",
            LOCAL_DATE_TIME,
            o -> ((LocalDateTime) o[0]).truncatedTo(unit(o[1])),
            LOCAL_DATE_TIME,
            STRING));

    private final Signature signature;

    CalendarFunction(Signature signature) {
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
