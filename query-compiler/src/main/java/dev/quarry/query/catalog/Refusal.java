package dev.quarry.query.catalog;

/** Why methods are refused, by family, and what to write instead. */
public enum Refusal {
    REGULAR_EXPRESSION(
            "no database has Java's regular expressions",
            "combine startsWith, contains, endsWith and equals, or test the record in the program with DB.scan"),
    LOCALE(
            "what letters become depends on a locale here, which no query holds",
            "name one of Locale's constants in the call: Locale.ROOT; or compute captured values before the lambda"),
    FORMAT(
            "formatted text is not made in a database",
            "join the parts with +, or format captured values before the lambda"),
    ARRAY("an array is no value that a query compares", "use charAt, substring or length"),
    SEQUENCE("a CharSequence is no value that a query compares", "use substring, which gives the same text"),
    PART("it takes a part of a text", "hand over that part alone: text.substring(from, to)"),
    OPERAND(
            "it takes what no query holds, as an array or a StringBuffer",
            "compute it before the lambda and capture the result"),
    STREAM("streams are not part of the query language", "test the record in the program with DB.scan"),
    IDENTITY("which object it is says nothing about its value", "compare values with equals"),
    CHANGE("a query changes nothing", "change the record with DB.set, and the captured object before the lambda"),
    SETTING("a system property is the same for each record", "read it before the lambda and capture the result"),
    CLOCK("the time would be another one for each record", "read the clock before the lambda and capture the result"),
    RANDOM("the value would be another one for each record", "compute it before the lambda and capture the result"),
    ZONE("the rules of time zones change", "convert captured values before the lambda, and compare Instants"),
    TIME_UNIT(
            "it takes a field, a unit or an amount of time of any kind",
            "use the methods of one unit: getYear, plusDays, withMonth"),
    TIME_OF_DAY("a time of day is no value that a query compares", "compare getHour, getMinute, getSecond and getNano"),
    FUNCTION("it takes code that no SQL stands for", "test the record in the program with DB.scan"),
    OBJECT("no SQL stands for what it gives", "compute it before the lambda and capture the result"),
    SIZE("its result can be larger than a database holds", "compare the parts instead"),
    COPY("a copy says nothing that the value itself does not", "use the value itself"),
    PARSED(
            "it makes a box of the value that is read",
            "read it without the box: parseInt, parseLong, parseShort, parseByte, parseBoolean"),
    DECIMAL(
            "decimals are compared, not computed",
            "compute captured values before the lambda, and compare with compareTo, equals or signum"),
    ORDINAL("the order of an enum's constants is not stored", "compare with ==, or capture a Set of the constants"),
    CONTENTS(
            "what is inside is compared one by one",
            "use contains, containsAll, containsKey, containsValue, get, isEmpty or size, or test the record with DB.scan"),
    NEW_COLLECTION("a collection is made once, before the query", "make it before the lambda and capture it"),
    ENUM_TEXT("an enum may write toString() anew", "use name(), or test the record in the program with DB.scan"),
    PARSED_REAL(
            "a text that is no number throws, and SQL takes what is no number for NaN",
            "store the number, capture one that is read before the lambda, or test the record in the program with DB.scan"),
    NAN_BITS("the bits of a NaN differ between processors", "use doubleToLongBits or floatToIntBits"),
    DEPRECATED(
            "it is deprecated",
            "use isJavaIdentifierStart or isJavaIdentifierPart, or compare with each of ' ', \\t, \\n, \\f and \\r"),
    NEWER(
            "a filter means the same on every JDK from 17 on, and JDK 17 does not have it",
            "write it with what JDK 17 has: get(0), Math.min and Math.max, the operators");

    private final String reason;
    private final String rewrite;

    Refusal(String reason, String rewrite) {
        this.reason = reason;
        this.rewrite = rewrite;
    }

    /** Why. */
    public String reason() {
        return reason;
    }

    /** Whether the rewrite is only for what reads nothing of the record. */
    public boolean isOfCaptured() {
        return this == OBJECT || this == OPERAND || this == NEW_COLLECTION || this == SETTING;
    }

    /** What to write instead. */
    public String rewrite() {
        return rewrite;
    }
}
