package dev.quarry.query.catalog;

import static dev.quarry.query.catalog.Refusal.ARRAY;
import static dev.quarry.query.catalog.Refusal.CHANGE;
import static dev.quarry.query.catalog.Refusal.CLOCK;
import static dev.quarry.query.catalog.Refusal.CONTENTS;
import static dev.quarry.query.catalog.Refusal.COPY;
import static dev.quarry.query.catalog.Refusal.DECIMAL;
import static dev.quarry.query.catalog.Refusal.DEPRECATED;
import static dev.quarry.query.catalog.Refusal.ENUM_TEXT;
import static dev.quarry.query.catalog.Refusal.FORMAT;
import static dev.quarry.query.catalog.Refusal.FUNCTION;
import static dev.quarry.query.catalog.Refusal.IDENTITY;
import static dev.quarry.query.catalog.Refusal.LOCALE;
import static dev.quarry.query.catalog.Refusal.NAN_BITS;
import static dev.quarry.query.catalog.Refusal.NEWER;
import static dev.quarry.query.catalog.Refusal.NEW_COLLECTION;
import static dev.quarry.query.catalog.Refusal.OBJECT;
import static dev.quarry.query.catalog.Refusal.OPERAND;
import static dev.quarry.query.catalog.Refusal.ORDINAL;
import static dev.quarry.query.catalog.Refusal.PARSED;
import static dev.quarry.query.catalog.Refusal.PARSED_REAL;
import static dev.quarry.query.catalog.Refusal.PART;
import static dev.quarry.query.catalog.Refusal.RANDOM;
import static dev.quarry.query.catalog.Refusal.REGULAR_EXPRESSION;
import static dev.quarry.query.catalog.Refusal.SEQUENCE;
import static dev.quarry.query.catalog.Refusal.SETTING;
import static dev.quarry.query.catalog.Refusal.SIZE;
import static dev.quarry.query.catalog.Refusal.STREAM;
import static dev.quarry.query.catalog.Refusal.TIME_OF_DAY;
import static dev.quarry.query.catalog.Refusal.TIME_UNIT;
import static dev.quarry.query.catalog.Refusal.ZONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The methods that are refused, and overloads of methods that are not. */
final class Refusals {
    private static final List<Owner> TIMES = List.of(Owner.INSTANT, Owner.LOCAL_DATE, Owner.LOCAL_DATE_TIME);
    private static final List<Owner> COLLECTIONS = List.of(Owner.LIST, Owner.SET, Owner.COLLECTION);
    private static final List<Owner> BOXES = List.of(
            Owner.INTEGER,
            Owner.LONG,
            Owner.SHORT,
            Owner.BYTE,
            Owner.CHARACTER,
            Owner.DOUBLE,
            Owner.FLOAT,
            Owner.BOOLEAN);

    static final List<Row> ROWS = rows();

    private Refusals() {}

    /** The refusal of the overload that takes such parameters, or of all that have no refusal of their own. */
    static Optional<Refusal> of(Owner owner, String method, List<String> parameters) {
        return of(owner, method, row -> row.parameters().equals(parameters))
                .or(() -> of(owner, method, row -> row.parameters().equals(Row.ANY)));
    }

    private static Optional<Refusal> of(Owner owner, String method, Predicate<Row> overload) {
        return ROWS.stream()
                .filter(row -> row.owner() == owner && row.method().equals(method) && overload.test(row))
                .map(row -> ((Row.Refused) row.treatment()).refusal())
                .findFirst();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        texts(rows);
        numbers(rows);
        times(rows);
        containers(rows);
        for (Owner owner : Owner.values()) {
            if (owner != Owner.NOTHING) {
                add(rows, IDENTITY, owner, "getClass notify notifyAll wait");
                add(rows, OBJECT, owner, owner == Owner.ENUM ? "hashCode" : "toString hashCode");
            }
        }
        return List.copyOf(rows);
    }

    private static void texts(List<Row> rows) {
        add(rows, REGULAR_EXPRESSION, Owner.STRING, "matches split splitWithDelimiters replaceAll replaceFirst");
        add(rows, LOCALE, Owner.STRING, "toLowerCase toUpperCase");
        add(rows, FORMAT, Owner.STRING, "format formatted join indent stripIndent translateEscapes");
        add(rows, ARRAY, Owner.STRING, "toCharArray getBytes getChars");
        add(rows, OPERAND, Owner.STRING, "copyValueOf valueOf contentEquals");
        add(rows, SEQUENCE, Owner.STRING, "subSequence");
        add(rows, STREAM, Owner.STRING, "chars codePoints lines");
        add(rows, IDENTITY, Owner.STRING, "intern");
        add(rows, FUNCTION, Owner.STRING, "transform");
        add(rows, OBJECT, Owner.STRING, "describeConstable resolveConstantDesc");
        add(rows, SIZE, Owner.STRING, "repeat");
        add(rows, NEWER, Owner.STRING, "indexOf");
    }

    private static void numbers(List<Row> rows) {
        for (Owner box : BOXES) {
            add(rows, OBJECT, box, "describeConstable resolveConstantDesc");
            add(rows, COPY, box, "valueOf");
            boolean real = box == Owner.DOUBLE || box == Owner.FLOAT;
            overload(rows, real ? PARSED_REAL : PARSED, box, "valueOf", "String");
            overload(rows, PARSED, box, "valueOf", "String", "int");
        }
        for (Owner whole : List.of(Owner.INTEGER, Owner.LONG)) {
            add(rows, NEWER, whole, "compress expand");
        }
        add(rows, PART, Owner.INTEGER, "parseInt parseUnsignedInt");
        add(rows, PART, Owner.LONG, "parseLong parseUnsignedLong");
        add(rows, SETTING, Owner.INTEGER, "getInteger");
        add(rows, SETTING, Owner.LONG, "getLong");
        add(rows, SETTING, Owner.BOOLEAN, "getBoolean");
        add(rows, PARSED_REAL, Owner.DOUBLE, "parseDouble");
        add(rows, PARSED_REAL, Owner.FLOAT, "parseFloat");
        add(rows, NAN_BITS, Owner.DOUBLE, "doubleToRawLongBits");
        add(rows, NAN_BITS, Owner.FLOAT, "floatToRawIntBits");
        add(rows, NEWER, Owner.FLOAT, "float16ToFloat floatToFloat16");
        add(rows, OPERAND, Owner.CHARACTER, "codePointAt codePointBefore codePointCount offsetByCodePoints");
        add(rows, OBJECT, Owner.CHARACTER, "getName");
        add(rows, DEPRECATED, Owner.CHARACTER, "isJavaLetter isJavaLetterOrDigit isSpace");
        add(
                rows,
                NEWER,
                Owner.CHARACTER,
                "isEmoji isEmojiComponent isEmojiModifier isEmojiModifierBase isEmojiPresentation"
                        + " isExtendedPictographic");
        add(rows, OBJECT, Owner.CHARACTER, "toChars");
        add(rows, RANDOM, Owner.MATH, "random");
        add(
                rows,
                NEWER,
                Owner.MATH,
                "ceilDiv ceilDivExact ceilMod clamp divideExact floorDivExact powExact unsignedMultiplyExact"
                        + " unsignedMultiplyHigh unsignedPowExact");
        add(rows, IDENTITY, Owner.MATH, "equals");
        add(rows, FUNCTION, Owner.OBJECTS, "compare");
        add(rows, OBJECT, Owner.OBJECTS, "equals deepEquals hash toIdentityString");
        add(rows, ENUM_TEXT, Owner.ENUM, "toString");
        add(rows, ORDINAL, Owner.ENUM, "compareTo ordinal");
        add(rows, OBJECT, Owner.ENUM, "describeConstable getDeclaringClass valueOf");
        add(rows, RANDOM, Owner.UUID, "randomUUID");
        add(rows, OPERAND, Owner.UUID, "nameUUIDFromBytes");
        add(
                rows,
                DECIMAL,
                Owner.BIG_DECIMAL,
                "abs add byteValue byteValueExact divide divideAndRemainder divideToIntegralValue doubleValue"
                        + " floatValue intValue intValueExact longValue longValueExact max min movePointLeft"
                        + " movePointRight multiply negate plus pow remainder round scaleByPowerOfTen setScale shortValue"
                        + " shortValueExact sqrt stripTrailingZeros subtract toBigInteger toBigIntegerExact"
                        + " toEngineeringString toPlainString ulp unscaledValue valueOf");
    }

    private static void times(List<Row> rows) {
        for (Owner time : TIMES) {
            add(rows, CLOCK, time, "now");
            add(rows, ZONE, time, "atZone atOffset ofInstant toInstant toEpochSecond ofEpochSecond");
            add(rows, OBJECT, time, "adjustInto from isSupported query getChronology getEra");
            add(rows, TIME_UNIT, time, "get getLong range with plus minus until");
            add(rows, FORMAT, time, "format parse");
        }
        add(rows, OBJECT, Owner.LOCAL_DATE, "atStartOfDay atTime of");
        add(rows, STREAM, Owner.LOCAL_DATE, "datesUntil");
        add(rows, TIME_OF_DAY, Owner.LOCAL_DATE_TIME, "toLocalTime");
        add(rows, OBJECT, Owner.LOCAL_DATE_TIME, "of");
        add(rows, OBJECT, Owner.DURATION, "addTo subtractFrom from getUnits between");
        add(rows, TIME_UNIT, Owner.DURATION, "get plus minus of");
        add(rows, NEWER, Owner.DURATION, "isPositive");
    }

    private static void containers(List<Row> rows) {
        for (Owner collection : COLLECTIONS) {
            add(rows, CHANGE, collection, "add addAll clear remove removeAll removeIf retainAll");
            add(rows, STREAM, collection, "stream parallelStream iterator spliterator");
            add(rows, FUNCTION, collection, "forEach");
            add(rows, CONTENTS, collection, "equals toArray");
            add(rows, NEW_COLLECTION, collection, "copyOf of");
        }
        add(rows, CHANGE, Owner.LIST, "addFirst addLast removeFirst removeLast replaceAll set sort");
        add(rows, NEWER, Owner.LIST, "getFirst getLast reversed");
        add(rows, CONTENTS, Owner.LIST, "subList");
        add(rows, STREAM, Owner.LIST, "listIterator");
        add(
                rows,
                CHANGE,
                Owner.MAP,
                "clear compute computeIfAbsent computeIfPresent merge put putAll putIfAbsent remove replace"
                        + " replaceAll");
        add(rows, CONTENTS, Owner.MAP, "entrySet equals keySet values");
        add(rows, FUNCTION, Owner.MAP, "forEach");
        add(rows, NEW_COLLECTION, Owner.MAP, "copyOf of ofEntries entry");
        add(rows, FUNCTION, Owner.OPTIONAL, "ifPresent ifPresentOrElse");
        add(rows, STREAM, Owner.OPTIONAL, "stream");
        add(rows, CONTENTS, Owner.OPTIONAL, "equals");
    }

    private static void add(List<Row> rows, Refusal refusal, Owner owner, String names) {
        for (String name : names.split(" ")) {
            rows.add(new Row(owner, name, Row.ANY, new Row.Refused(refusal)));
        }
    }

    private static void overload(List<Row> rows, Refusal refusal, Owner owner, String method, String... parameters) {
        rows.add(new Row(owner, method, List.of(parameters), new Row.Refused(refusal)));
    }
}
