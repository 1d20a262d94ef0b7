package dev.quarry.query.rewrites;

import static dev.quarry.query.rewrites.Example.captured;
import static dev.quarry.query.rewrites.Example.of;
import static dev.quarry.query.rewrites.Example.scanned;

import dev.quarry.query.catalog.Refusal;
import java.util.List;

/** Examples of every family of refusals, about the record of {@link Programs}. */
final class Examples {
    static final List<Example> ALL = List.of(
            of(
                    Refusal.REGULAR_EXPRESSION,
                    "r -> r.s().matches(\"a.*\")",
                    "combine startsWith",
                    "r -> r.s().startsWith(\"a\")"),
            captured(
                    Refusal.LOCALE,
                    "Locale locale = Locale.GERMANY; ",
                    "r -> r.s().toUpperCase(locale).equals(\"AB\")",
                    "Locale.ROOT",
                    "",
                    "r -> r.s().toUpperCase(Locale.ROOT).equals(\"AB\")"),
            of(
                    Refusal.FORMAT,
                    "r -> String.format(\"%s:%s\", r.s(), r.l()).equals(\"a:1\")",
                    "join the parts with +",
                    "r -> (r.s() + \":\" + r.l()).equals(\"a:1\")"),
            of(Refusal.ARRAY, "r -> r.s().toCharArray().length > 1", "length", "r -> r.s().length() > 1"),
            of(
                    Refusal.SEQUENCE,
                    "r -> r.s().subSequence(0, 1).equals(\"a\")",
                    "use substring",
                    "r -> r.s().substring(0, 1).equals(\"a\")"),
            of(
                    Refusal.PART,
                    "r -> Integer.parseInt(r.s(), 0, 1, 10) < 2",
                    "text.substring(from, to)",
                    "r -> Integer.parseInt(r.s().substring(0, 1), 10) < 2"),
            captured(
                    Refusal.OPERAND,
                    "byte[] bytes = {3}; ",
                    "r -> UUID.nameUUIDFromBytes(bytes).equals(r.id())",
                    "compute it before the lambda",
                    "UUID value = UUID.nameUUIDFromBytes(bytes);",
                    "r -> value.equals(r.id())"),
            scanned(Refusal.STREAM, "r -> r.s().chars().count() > 1"),
            of(
                    Refusal.IDENTITY,
                    "r -> r.s().intern() == \"a\"",
                    "compare values with equals",
                    "r -> r.s().equals(\"a\")"),
            new Example(Refusal.CHANGE, "", "r -> r.ss().add(\"b\")", "change the record with DB.set", "", ""),
            captured(
                    Refusal.SETTING,
                    "",
                    "r -> Boolean.getBoolean(\"none\") || r.i() > 2",
                    "read it before the lambda",
                    "boolean value = Boolean.getBoolean(\"none\");",
                    "r -> value || r.i() > 2"),
            captured(
                    Refusal.SETTING,
                    "",
                    "r -> r.i() > Integer.getInteger(\"none\", 3)",
                    "read it before the lambda",
                    "int value = Integer.getInteger(\"none\", 3);",
                    "r -> r.i() > value"),
            captured(
                    Refusal.CLOCK,
                    "",
                    "r -> r.b() && r.t().isBefore(Instant.now())",
                    "read the clock before the lambda",
                    "Instant value = Instant.now();",
                    "r -> r.b() && r.t().isBefore(value)"),
            captured(
                    Refusal.RANDOM,
                    "",
                    "r -> r.i() * 10 + 5 > Math.random()",
                    "compute it before the lambda",
                    "double value = Math.random();",
                    "r -> r.i() * 10 + 5 > value"),
            captured(
                    Refusal.ZONE,
                    "OffsetDateTime limit = OffsetDateTime.parse(\"2001-01-01T00:00:00Z\"); ",
                    "r -> r.t().atOffset(ZoneOffset.UTC).isBefore(limit)",
                    "convert captured values before the lambda, and compare Instants",
                    "Instant value = limit.toInstant();",
                    "r -> r.t().isBefore(value)"),
            of(
                    Refusal.TIME_UNIT,
                    "r -> r.day().get(ChronoField.YEAR) > 2000",
                    "getYear",
                    "r -> r.day().getYear() > 2000"),
            of(
                    Refusal.TIME_UNIT,
                    "r -> r.day().plus(Period.ofDays(2)).getYear() > 2000",
                    "plusDays",
                    "r -> r.day().plusDays(2).getYear() > 2000"),
            of(
                    Refusal.TIME_OF_DAY,
                    "r -> r.at().toLocalTime().getHour() > 3",
                    "compare getHour",
                    "r -> r.at().getHour() > 3"),
            scanned(Refusal.FUNCTION, "r -> r.s().transform(x -> x.length()) > 1"),
            scanned(Refusal.FUNCTION, "r -> Objects.compare(r.s(), \"a\", Comparator.naturalOrder()) > 0"),
            captured(
                    Refusal.OBJECT,
                    "int x = 1; ",
                    "r -> r.l() * 100 > Objects.hash(x, 2)",
                    "compute it before the lambda",
                    "int value = Objects.hash(x, 2);",
                    "r -> r.l() * 100 > value"),
            of(Refusal.SIZE, "r -> r.s().repeat(2).equals(\"abab\")", "compare the parts", "r -> r.s().equals(\"ab\")"),
            of(Refusal.COPY, "r -> Integer.valueOf(r.i()) > 1", "use the value itself", "r -> r.i() > 1"),
            of(Refusal.PARSED, "r -> Integer.valueOf(r.s()) > 1", "parseInt", "r -> Integer.parseInt(r.s()) > 1"),
            of(Refusal.PARSED, "r -> Boolean.valueOf(r.s())", "parseBoolean", "r -> Boolean.parseBoolean(r.s())"),
            captured(
                    Refusal.DECIMAL,
                    "",
                    "r -> r.p().add(BigDecimal.ONE).compareTo(BigDecimal.TEN) > 0",
                    "compute captured values before the lambda, and compare with compareTo",
                    "BigDecimal value = BigDecimal.TEN.subtract(BigDecimal.ONE);",
                    "r -> r.p().compareTo(value) > 0"),
            of(Refusal.ORDINAL, "r -> r.m().ordinal() == 1", "compare with ==", "r -> r.m() == Mood.SAD"),
            of(Refusal.CONTENTS, "r -> r.ss().toArray().length > 1", "size", "r -> r.ss().size() > 1"),
            of(Refusal.CONTENTS, "r -> String.valueOf(r.ss()).equals(\"[]\")", "isEmpty", "r -> r.ss().isEmpty()"),
            captured(
                    Refusal.NEW_COLLECTION,
                    "",
                    "r -> List.of(\"a\", \"12\").contains(r.s())",
                    "make it before the lambda",
                    "List<String> value = List.of(\"a\", \"12\");",
                    "r -> value.contains(r.s())"),
            of(
                    Refusal.ENUM_TEXT,
                    "r -> r.m().toString().equals(\"GLAD\")",
                    "use name()",
                    "r -> r.m().name().equals(\"GLAD\")"),
            of(
                    Refusal.ENUM_TEXT,
                    "r -> String.valueOf(r.m()).equals(\"GLAD\")",
                    "use name()",
                    "r -> r.m().name().equals(\"GLAD\")"),
            of(
                    Refusal.ENUM_TEXT,
                    "r -> Objects.toString(r.m(), \"\").equals(r.s())",
                    "use name()",
                    "r -> r.m().name().equals(r.s())"),
            of(
                    Refusal.ENUM_TEXT,
                    "r -> (\"\" + r.m()).equals(r.s())",
                    "use name()",
                    "r -> (\"\" + r.m().name()).equals(r.s())"),
            scanned(Refusal.PARSED_REAL, "r -> r.b() && Double.parseDouble(\"1\" + r.l()) > 1"),
            scanned(Refusal.PARSED_REAL, "r -> r.b() && Double.valueOf(\"1\" + r.l()) > 1"),
            of(
                    Refusal.NAN_BITS,
                    "r -> Double.doubleToRawLongBits(r.d()) > 5",
                    "doubleToLongBits",
                    "r -> Double.doubleToLongBits(r.d()) > 5"),
            of(
                    Refusal.DEPRECATED,
                    "r -> Character.isJavaLetter(r.c())",
                    "use isJavaIdentifierStart",
                    "r -> Character.isJavaIdentifierStart(r.c())"),
            of(
                    Refusal.DEPRECATED,
                    "r -> Character.isSpace(r.c())",
                    "compare with each of ' ', \\t, \\n, \\f and \\r",
                    "r -> \" \\t\\n\\f\\r\".indexOf(r.c()) >= 0"),
            of(Refusal.NEWER, "r -> r.ss().getFirst().equals(\"a\")", "get(0)", "r -> r.ss().get(0).equals(\"a\")"));

    private Examples() {}
}
