package dev.quarry.query.endtoend;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.query.testing.Backend;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Static methods of the boxes, of Character, String and Objects. */
@ParameterizedClass
@EnumSource(Backend.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaticMethodsTest {
    private static final int RECORDS = 60;

    @Parameter
    Backend backend;

    private Database database;
    private Datastore<Assorted> store;
    private final Map<String, Assorted> records = new TreeMap<>();

    @BeforeParameterizedClassInvocation
    void fill() {
        this.database = backend.open();
        this.store = database.store("assorted", Assorted.class);
        for (int i = 0; i < RECORDS; i++) {
            records.put("k" + i, Assorted.of(i));
        }
        DB.setAll(store, records);
    }

    @AfterParameterizedClassInvocation
    void close() {
        backend.close(database);
    }

    private void agrees(String what, Filter<Assorted> filter) {
        Agreement.assertAgrees(store, records, what, filter);
    }

    @Test
    void methodsOfTheNumbersBoxes() {
        agrees("sum", r -> Integer.sum(r.i(), r.y()) > Long.sum(r.l(), 1));
        agrees("max", r -> Integer.max(r.i(), 3) == Long.min(r.l(), r.i()));
        agrees("doubles", r -> Double.max(r.d(), 0.1) > Double.sum(r.d(), -0.0));
        agrees("floats", r -> Float.min(r.f(), 0.1f) < Float.sum(r.f(), r.i()));
        agrees("parse", r -> Integer.parseInt(r.t()) >= 0);
        agrees("decode", r -> Integer.decode(r.t()) == 0);
        agrees("decode short", r -> Short.decode(r.t()) > Byte.decode(r.t()));
        agrees("unsigned", r -> Integer.parseUnsignedInt(r.t()) == r.i());
        agrees("unsigned text", r -> Integer.toUnsignedString(r.i(), 16).length() > 2);
        agrees("compare unsigned", r -> Short.compareUnsigned(r.s(), (short) 1) > Byte.compareUnsigned(r.y(), r.y()));
        agrees("text", r -> Integer.toString(r.i()).equals(r.t()));
        agrees("text of a double", r -> Double.toString(r.d()).startsWith("1."));
        agrees("index", r -> Objects.checkIndex(r.i(), 3) > 0);
    }

    @Test
    void methodsOfBooleans() {
        agrees("and", r -> Boolean.logicalAnd(r.b(), r.i() > 0));
        agrees("or", r -> Boolean.logicalOr(10 / r.i() > 0, r.b()));
        agrees("xor", r -> Boolean.logicalXor(r.b(), r.t().isEmpty()));
        agrees("compare", r -> Boolean.compare(r.i() > 0, r.b()) < 0);
        agrees("compareTo", r -> r.bOrNull() != null && r.bOrNull().compareTo(r.b()) > 0);
        agrees("text", r -> Boolean.toString(r.i() > 0).equals(r.t()));
    }

    @Test
    void methodsOfCharacters() {
        agrees("types", r -> Character.getType(r.c()) == Character.getType('a'));
        agrees("identifiers", r -> Character.isJavaIdentifierStart(r.c()) && !Character.isMirrored(r.c()));
        agrees("digits", r -> Character.forDigit(r.i(), 10) == r.c());
        agrees("surrogates", r -> Character.isSurrogatePair(r.c(), (char) 0xDE00));
        agrees("code points", r -> Character.toCodePoint(r.c(), r.c()) > Character.charCount(r.i()));
        agrees("valid", r -> Character.isValidCodePoint(r.i()) || Character.isBmpCodePoint(r.i()));
        agrees("text", r -> Character.toString(r.c()).equals(r.t()));
        agrees("text of a code point", r -> Character.toString(r.i()).isBlank());
        agrees("at", r -> Character.codePointAt(r.t(), 0) > 'a');
    }

    /** Found by comparing random filters with the JVM. */
    @Test
    void aReceiverThatThrowsDoesSoNextToACapturedNull() {
        for (String x : Arrays.asList(null, "a")) {
            agrees("concat " + x, r -> r.t().concat(x).equalsIgnoreCase(x));
            agrees("substring " + x, r -> !r.t().substring(1).equalsIgnoreCase(x));
            agrees("nothing throws " + x, r -> !r.t().trim().equalsIgnoreCase(x));
        }
    }

    @Test
    void aCapturedNullHasTheTextNull() {
        for (Integer x : Arrays.asList(null, 7)) {
            agrees("valueOf " + x, r -> String.valueOf(x).startsWith(r.t()));
            agrees("joined " + x, r -> (r.t() + x).endsWith("null"));
            agrees("chosen " + x, r -> (r.iMap().getOrDefault("a", x) + "").equals("null"));
        }
        for (Instant x : Arrays.asList(null, Instant.EPOCH)) {
            agrees("instant " + x, r -> Objects.toString(x).contains(r.t()));
        }
    }

    @Test
    void methodsOfObjectsThatTakeNull() {
        agrees("text or else", r -> Objects.toString(r.tOrNull(), "none").equals("none"));
        agrees("text or the record's", r -> Objects.toString(r.lOrNull(), r.t()).equals(r.t()));
        agrees("text or null", r -> Objects.toString(r.lOrNull(), r.tOrNull()) == null);
        agrees(
                "text or what throws",
                r -> Objects.toString(r.i(), r.t().substring(1)).isEmpty());
        agrees("text of null", r -> Objects.toString(null, r.t()).isEmpty());
        agrees(
                "text of an Optional",
                r -> Objects.toString(Optional.ofNullable(r.lOrNull()), "").length() > 14);
        agrees("hash", r -> Objects.hashCode(r.tOrNull()) == 0);
        agrees("hash of a box", r -> Objects.hashCode(r.lOrNull()) < r.i());
        agrees("hash of a time", r -> Objects.hashCode(r.atOrNull()) == 0);
        agrees("hash of a condition", r -> Objects.hashCode(r.i() > 1) == 1231);
        agrees("required", r -> Objects.requireNonNull(r.lOrNull(), "no l") > r.i());
        agrees(
                "a message that throws",
                r -> Objects.requireNonNull(r.t(), r.t().substring(1)).isEmpty());
        agrees(
                "a message that is null",
                r -> Objects.requireNonNull(r.tOrNull(), r.tOrNull()).isEmpty());
        agrees("a supplied message", r -> Objects.requireNonNull(r.lOrNull(), () -> "no l") > r.i());
        for (String x : Arrays.asList(null, "a")) {
            agrees("captured " + x, r -> Objects.toString(x, r.t()).equals(r.t()));
            agrees("else captured " + x, r -> "a".equals(Objects.toString(r.tOrNull(), x)));
            agrees("hash of " + x, r -> Objects.hashCode(x) > r.i());
            agrees("explained by " + x, r -> Objects.requireNonNull(r.lOrNull(), x) > r.i());
            agrees("supplied with " + x, r -> Objects.requireNonNull(r.lOrNull(), () -> x + r.t()) > r.i());
            agrees("supplied by " + x, r -> Objects.requireNonNull(r.lOrNull(), x::trim) > r.i());
            agrees("required " + x, r -> Objects.requireNonNull(x, "no x").equals(r.t()));
        }
    }

    @Test
    void lettersInANamedLocale() {
        agrees("lower", r -> r.t().toLowerCase(Locale.ROOT).equals(r.t()));
        agrees("upper", r -> r.t().toUpperCase(Locale.ENGLISH).equals(r.t()));
        agrees("of an expression", r -> (r.t() + r.c()).toUpperCase(Locale.US).length() > 2);
        for (String x : Arrays.asList(null, "\u0130I\u00df")) {
            agrees("captured " + x, r -> (x.toLowerCase(Locale.ROOT) + x.toUpperCase(Locale.GERMANY)).length() > r.i());
        }
    }

    @Test
    void aCapturedCollectionIsAskedForNull() {
        List<String> some = Arrays.asList("a", null);
        List<String> others = Arrays.asList("a", "b");
        Set<String> none = Set.of("a");
        agrees("null in it", r -> some.contains(null) && r.i() > 1);
        agrees("no null in it", r -> others.contains(null) || r.i() > 1);
        agrees("one that throws", r -> r.i() > 1 || none.contains(null));
        agrees("where it is", r -> some.indexOf(null) + others.lastIndexOf(null) == r.i());
        agrees("no text equals null", r -> r.t().equalsIgnoreCase(null) || r.i() > 1);
    }

    @Test
    void textsOfValues() {
        agrees("int", r -> String.valueOf(r.i()).equals(r.t()));
        agrees("char", r -> String.valueOf(r.c()).equals(r.t()));
        agrees("double", r -> String.valueOf(r.d()).endsWith("0"));
        agrees("nullable", r -> String.valueOf(r.lOrNull()).equals("null"));
        agrees("nullable text", r -> String.valueOf(r.tOrNull()).equals("null"));
        agrees("objects", r -> Objects.toString(r.atOrNull()).startsWith("n"));
        agrees("decimal", r -> String.valueOf(r.price()).contains("E"));
        agrees("uuid", r -> Objects.toString(r.id()).startsWith("0000"));
    }
}
