package dev.quarry.query.catalog;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.NumberFunction;
import dev.quarry.plan.function.TextFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The methods for which the checker and the lowering have rules of their own. */
final class OwnRules {
    static final List<Row> ROWS = rows();

    private OwnRules() {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        natives(
                rows,
                Owner.STRING,
                "equals(Object)",
                "startsWith(String)",
                "endsWith(String)",
                "contains(CharSequence)",
                "isEmpty()",
                "concat(String)",
                "toString()");
        guarded(rows, Owner.STRING, TextFunction.LENGTH, "length()");
        guarded(rows, Owner.STRING, TextFunction.TO_LOWER_CASE_ROOT, "toLowerCase(Locale)");
        guarded(rows, Owner.STRING, TextFunction.TO_UPPER_CASE_ROOT, "toUpperCase(Locale)");
        guarded(rows, Owner.STRING, TextFunction.COMPARE_TEXTS, "compareTo(String)");
        guarded(rows, Owner.STRING, TextFunction.EQUALS_IGNORE_CASE, "equalsIgnoreCase(String)");
        for (Owner box : List.of(Owner.INTEGER, Owner.LONG, Owner.SHORT, Owner.BYTE, Owner.DOUBLE, Owner.FLOAT)) {
            natives(
                    rows,
                    box,
                    "equals(Object)",
                    "intValue()",
                    "longValue()",
                    "doubleValue()",
                    "shortValue()",
                    "byteValue()");
            boolean real = box == Owner.DOUBLE || box == Owner.FLOAT;
            guarded(rows, box, "floatValue()", "compareTo(" + box.displayName() + ")");
            guarded(rows, box, real ? TextFunction.TEXT_OF_DOUBLE : TextFunction.TEXT_OF_LONG, "toString()");
        }
        natives(rows, Owner.CHARACTER, "equals(Object)", "charValue()", "compareTo(Character)");
        guarded(rows, Owner.CHARACTER, TextFunction.TEXT_OF_CHAR, "toString()");
        natives(rows, Owner.BOOLEAN, "equals(Object)", "booleanValue()", "compareTo(Boolean)", "toString()");
        guarded(
                rows,
                Owner.MATH,
                "abs(int)",
                "abs(long)",
                "abs(float)",
                "abs(double)",
                "min(int, int)",
                "min(long, long)",
                "min(float, float)",
                "min(double, double)",
                "max(int, int)",
                "max(long, long)",
                "max(float, float)",
                "max(double, double)");
        natives(rows, Owner.STRING, "valueOf(Object)");
        natives(
                rows,
                Owner.OBJECTS,
                "toString(Object)",
                "toString(Object, String)",
                "hashCode(Object)",
                "equals(Object, Object)",
                "isNull(Object)",
                "nonNull(Object)",
                "requireNonNull(Object)",
                "requireNonNull(Object, String)",
                "requireNonNull(Object, Supplier)",
                "requireNonNullElse(Object, Object)",
                "requireNonNullElseGet(Object, Supplier)");
        natives(rows, Owner.ENUM, "equals(Object)", "name()");
        for (Owner time : List.of(Owner.INSTANT, Owner.LOCAL_DATE, Owner.LOCAL_DATE_TIME)) {
            String type = time == Owner.LOCAL_DATE
                    ? "ChronoLocalDate"
                    : time == Owner.INSTANT ? "Instant" : "ChronoLocalDateTime";
            natives(
                    rows,
                    time,
                    "equals(Object)",
                    "isBefore(" + type + ")",
                    "isAfter(" + type + ")",
                    "compareTo(" + type + ")");
        }
        natives(rows, Owner.LOCAL_DATE, "isEqual(ChronoLocalDate)");
        natives(rows, Owner.LOCAL_DATE_TIME, "isEqual(ChronoLocalDateTime)");
        natives(rows, Owner.DURATION, "equals(Object)", "compareTo(Duration)");
        natives(rows, Owner.BIG_DECIMAL, "equals(Object)", "compareTo(BigDecimal)");
        natives(rows, Owner.UUID, "equals(Object)");
        guarded(rows, Owner.UUID, NumberFunction.COMPARE_UUIDS, "compareTo(UUID)");
        for (Owner collection : List.of(Owner.LIST, Owner.SET, Owner.COLLECTION)) {
            natives(rows, collection, "contains(Object)", "containsAll(Collection)", "isEmpty()", "size()");
        }
        natives(rows, Owner.LIST, "get(int)", "indexOf(Object)", "lastIndexOf(Object)");
        natives(
                rows,
                Owner.MAP,
                "containsKey(Object)",
                "containsValue(Object)",
                "get(Object)",
                "getOrDefault(Object, V)",
                "isEmpty()",
                "size()");
        natives(
                rows,
                Owner.OPTIONAL,
                "of(Object)",
                "ofNullable(Object)",
                "empty()",
                "equals(Object)",
                "toString()",
                "isPresent()",
                "isEmpty()",
                "get()",
                "orElseThrow()",
                "orElseThrow(Supplier)",
                "orElse(Object)",
                "orElseGet(Supplier)",
                "map(Function)",
                "flatMap(Function)",
                "filter(Predicate)",
                "or(Supplier)");
        return List.copyOf(rows);
    }

    private static void natives(List<Row> rows, Owner owner, String... signatures) {
        add(rows, owner, new Row.Native(), signatures);
    }

    private static void guarded(List<Row> rows, Owner owner, String... signatures) {
        add(rows, owner, new Row.Guarded(Optional.empty()), signatures);
    }

    private static void guarded(List<Row> rows, Owner owner, JavaFunction elsewhere, String... signatures) {
        add(rows, owner, new Row.Guarded(Optional.of(elsewhere)), signatures);
    }

    private static void add(List<Row> rows, Owner owner, Row.Treatment treatment, String... signatures) {
        for (String signature : signatures) {
            int open = signature.indexOf('(');
            String parameters = signature.substring(open + 1, signature.length() - 1);
            rows.add(new Row(
                    owner,
                    signature.substring(0, open),
                    parameters.isEmpty() ? List.of() : List.of(parameters.split(", ")),
                    treatment));
        }
    }
}
