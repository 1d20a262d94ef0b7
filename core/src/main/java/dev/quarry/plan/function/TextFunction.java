package dev.quarry.plan.function;

import static dev.quarry.plan.function.JavaFunction.partial;
import static dev.quarry.plan.function.JavaFunction.partialStatic;
import static dev.quarry.plan.function.JavaFunction.total;
import static dev.quarry.plan.function.JavaFunction.totalStatic;
import static dev.quarry.schema.ScalarKind.BOOLEAN;
import static dev.quarry.schema.ScalarKind.CHAR;
import static dev.quarry.schema.ScalarKind.DOUBLE;
import static dev.quarry.schema.ScalarKind.DURATION;
import static dev.quarry.schema.ScalarKind.FLOAT;
import static dev.quarry.schema.ScalarKind.INSTANT;
import static dev.quarry.schema.ScalarKind.INT;
import static dev.quarry.schema.ScalarKind.LOCAL_DATE;
import static dev.quarry.schema.ScalarKind.LOCAL_DATE_TIME;
import static dev.quarry.schema.ScalarKind.LONG;
import static dev.quarry.schema.ScalarKind.STRING;
import static dev.quarry.schema.ScalarKind.UUID;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;

/** Methods of String, and what turns other values into text. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
public enum TextFunction implements JavaFunction {
    LENGTH(total("length", INT, o -> ((String) o[0]).length(), STRING)),
    IS_BLANK(total("isBlank", BOOLEAN, o -> ((String) o[0]).isBlank(), STRING)),
    CHAR_AT(partial("charAt", CHAR, o -> ((String) o[0]).charAt((int) o[1]), STRING, INT)),
    CODE_POINT_AT(partial("codePointAt", INT, o -> ((String) o[0]).codePointAt((int) o[1]), STRING, INT)),
    CODE_POINT_BEFORE(partial("codePointBefore", INT, o -> ((String) o[0]).codePointBefore((int) o[1]), STRING, INT)),
    CODE_POINT_COUNT(partial(
            "codePointCount", INT, o -> ((String) o[0]).codePointCount((int) o[1], (int) o[2]), STRING, INT, INT)),
    OFFSET_BY_CODE_POINTS(partial(
            "offsetByCodePoints",
            INT,
            o -> ((String) o[0]).offsetByCodePoints((int) o[1], (int) o[2]),
            STRING,
            INT,
            INT)),
    SUBSTRING_FROM(partial("substring", STRING, o -> ((String) o[0]).substring((int) o[1]), STRING, INT)),
    SUBSTRING(partial("substring", STRING, o -> ((String) o[0]).substring((int) o[1], (int) o[2]), STRING, INT, INT)),
    TRIM(total("trim", STRING, o -> ((String) o[0]).trim(), STRING)),
    STRIP(total("strip", STRING, o -> ((String) o[0]).strip(), STRING)),
    STRIP_LEADING(total("stripLeading", STRING, o -> ((String) o[0]).stripLeading(), STRING)),
    STRIP_TRAILING(total("stripTrailing", STRING, o -> ((String) o[0]).stripTrailing(), STRING)),
    TO_LOWER_CASE(total("toLowerCase", STRING, o -> ((String) o[0]).toLowerCase(Locale.getDefault()), STRING)),
    TO_UPPER_CASE(total("toUpperCase", STRING, o -> ((String) o[0]).toUpperCase(Locale.getDefault()), STRING)),
    /** By the rules of every language but Turkish, Azeri and Lithuanian. */
    TO_LOWER_CASE_ROOT(totalStatic("", "toLowerCase", STRING, o -> ((String) o[0]).toLowerCase(Locale.ROOT), STRING)),
    TO_UPPER_CASE_ROOT(totalStatic("", "toUpperCase", STRING, o -> ((String) o[0]).toUpperCase(Locale.ROOT), STRING)),
    REPLACE(total(
            "replace", STRING, o -> ((String) o[0]).replace((String) o[1], (String) o[2]), STRING, STRING, STRING)),
    REPLACE_CHAR(total("replace", STRING, o -> ((String) o[0]).replace((char) o[1], (char) o[2]), STRING, CHAR, CHAR)),
    CONCAT(total("concat", STRING, o -> ((String) o[0]).concat((String) o[1]), STRING, STRING)),
    STARTS_WITH(total("startsWith", BOOLEAN, o -> ((String) o[0]).startsWith((String) o[1]), STRING, STRING)),
    STARTS_WITH_FROM(total(
            "startsWith", BOOLEAN, o -> ((String) o[0]).startsWith((String) o[1], (int) o[2]), STRING, STRING, INT)),
    ENDS_WITH(total("endsWith", BOOLEAN, o -> ((String) o[0]).endsWith((String) o[1]), STRING, STRING)),
    TEXT_CONTAINS(total("contains", BOOLEAN, o -> ((String) o[0]).contains((String) o[1]), STRING, STRING)),
    INDEX_OF(total("indexOf", INT, o -> ((String) o[0]).indexOf((String) o[1]), STRING, STRING)),
    INDEX_OF_FROM(total("indexOf", INT, o -> ((String) o[0]).indexOf((String) o[1], (int) o[2]), STRING, STRING, INT)),
    INDEX_OF_CHAR(total("indexOf", INT, o -> ((String) o[0]).indexOf((int) o[1]), STRING, INT)),
    INDEX_OF_CHAR_FROM(total("indexOf", INT, o -> ((String) o[0]).indexOf((int) o[1], (int) o[2]), STRING, INT, INT)),
    LAST_INDEX_OF(total("lastIndexOf", INT, o -> ((String) o[0]).lastIndexOf((String) o[1]), STRING, STRING)),
    LAST_INDEX_OF_FROM(total(
            "lastIndexOf", INT, o -> ((String) o[0]).lastIndexOf((String) o[1], (int) o[2]), STRING, STRING, INT)),
    LAST_INDEX_OF_CHAR(total("lastIndexOf", INT, o -> ((String) o[0]).lastIndexOf((int) o[1]), STRING, INT)),
    LAST_INDEX_OF_CHAR_FROM(total(
            "lastIndexOf", INT, o -> ((String) o[0]).lastIndexOf((int) o[1], (int) o[2]), STRING, INT, INT)),
    COMPARE_TEXTS(total("compareTo", INT, o -> ((String) o[0]).compareTo((String) o[1]), STRING, STRING)),
    COMPARE_TO_IGNORE_CASE(
            total("compareToIgnoreCase", INT, o -> ((String) o[0]).compareToIgnoreCase((String) o[1]), STRING, STRING)),
    EQUALS_IGNORE_CASE(
            total("equalsIgnoreCase", BOOLEAN, o -> ((String) o[0]).equalsIgnoreCase((String) o[1]), STRING, STRING)),
    CONTENT_EQUALS(total("contentEquals", BOOLEAN, o -> ((String) o[0]).contentEquals((String) o[1]), STRING, STRING)),
    TEXT_HASH(total("hashCode", INT, o -> ((String) o[0]).hashCode(), STRING)),
    REGION_MATCHES(total(
            "regionMatches",
            BOOLEAN,
            o -> ((String) o[0]).regionMatches((int) o[1], (String) o[2], (int) o[3], (int) o[4]),
            STRING,
            INT,
            STRING,
            INT,
            INT)),
    REGION_MATCHES_CASE(total(
            "regionMatches",
            BOOLEAN,
            o -> ((String) o[0]).regionMatches((boolean) o[1], (int) o[2], (String) o[3], (int) o[4], (int) o[5]),
            STRING,
            BOOLEAN,
            INT,
            STRING,
            INT,
            INT)),
    /** A null is no operand of its own: what these come to the numbers say, and the JVM that runs them. */
    STARTS_WITH_NULL(partialStatic(
            "", "startsWith", BOOLEAN, o -> ((String) o[0]).startsWith(nothing(), (int) o[1]), STRING, INT)),
    REGION_MATCHES_NULL(partialStatic(
            "",
            "regionMatches",
            BOOLEAN,
            o -> ((String) o[0]).regionMatches((int) o[1], nothing(), (int) o[2], (int) o[3]),
            STRING,
            INT,
            INT,
            INT)),
    REGION_MATCHES_NULL_CASE(partialStatic(
            "",
            "regionMatches",
            BOOLEAN,
            o -> ((String) o[0]).regionMatches((boolean) o[1], (int) o[2], nothing(), (int) o[3], (int) o[4]),
            STRING,
            BOOLEAN,
            INT,
            INT,
            INT)),
    TEXT_OF_INT(totalStatic("String", "valueOf", STRING, o -> String.valueOf((int) o[0]), INT)),
    TEXT_OF_LONG(totalStatic("String", "valueOf", STRING, o -> String.valueOf((long) o[0]), LONG)),
    TEXT_OF_CHAR(totalStatic("String", "valueOf", STRING, o -> String.valueOf((char) o[0]), CHAR)),
    TEXT_OF_BOOLEAN(totalStatic("String", "valueOf", STRING, o -> String.valueOf((boolean) o[0]), BOOLEAN)),
    TEXT_OF_DOUBLE(totalStatic("String", "valueOf", STRING, o -> String.valueOf((double) o[0]), DOUBLE)),
    TEXT_OF_FLOAT(totalStatic("String", "valueOf", STRING, o -> String.valueOf((float) o[0]), FLOAT)),
    TEXT_OF_INSTANT(total("toString", STRING, o -> ((Instant) o[0]).toString(), INSTANT)),
    TEXT_OF_LOCAL_DATE(total("toString", STRING, o -> ((LocalDate) o[0]).toString(), LOCAL_DATE)),
    TEXT_OF_LOCAL_DATE_TIME(total("toString", STRING, o -> ((LocalDateTime) o[0]).toString(), LOCAL_DATE_TIME)),
    TEXT_OF_DURATION(total("toString", STRING, o -> ((Duration) o[0]).toString(), DURATION)),
    TEXT_OF_UUID(total("toString", STRING, o -> ((UUID) o[0]).toString(), UUID));

    private final Signature signature;

    TextFunction(Signature signature) {
        this.signature = signature;
    }

    @SuppressWarnings("NullAway") // what Java makes of it is what is asked
    private static String nothing() {
        return null;
    }

    @Override
    public Signature signature() {
        return signature;
    }
}
