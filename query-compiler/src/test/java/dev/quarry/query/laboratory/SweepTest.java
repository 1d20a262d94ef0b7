package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.StorableText;
import dev.quarry.query.testing.Backend;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a domain is small nothing is left to chance: every operation of the tables on every pair of bytes or adversaries, the
 * functions of texts on every code point. {@code quarry.laboratory.thorough} tries shorter texts, and
 * leaves out no code point where they stand alone.
 */
class SweepTest {
    private static final boolean THOROUGH = Boolean.getBoolean("quarry.laboratory.thorough");
    /** How many code points stand in one text; of those that stand alone, only so many are left out in a normal run. */
    private static final int STEP = THOROUGH ? 8 : 64;

    @ParameterizedTest
    @ValueSource(strings = {"int", "long", "double", "float", "char", "short", "byte"})
    void everyOperationOnAdversarialNumbers(String type) {
        List<Object> values = adversaries(type);
        List<Object[]> single =
                values.stream().map(value -> new Object[] {value}).toList();

        assertThat(new Sweep(List.of(type), single).run(operations(List.of(type))))
                .isEmpty();
        assertThat(new Sweep(List.of(type, type), pairs(values, values)).run(operations(List.of(type, type))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "long", "double", "float"})
    void mostOfThemOnPostgresToo(String type) {
        List<Object> values = adversaries(type);
        List<Operation> operations = operations(List.of(type, type));
        Sweep sweep = new Sweep(Backend.POSTGRESQL, List.of(type, type), pairs(values, values));

        assertThat(sweep.run(operations)).isEmpty();
        assertThat(sweep.withoutForm()).isLessThan(operations.size() / 3);
    }

    @Test
    void everyMixedOperationOnAdversarialNumbers() {
        for (List<String> types : List.of(
                List.of("long", "double"),
                List.of("double", "long"),
                List.of("int", "double"),
                List.of("float", "long"),
                List.of("int", "float"),
                List.of("float", "double"),
                List.of("long", "int"))) {
            List<Object[]> rows = pairs(adversaries(types.get(0)), adversaries(types.get(1)));

            assertThat(new Sweep(types, rows).run(operations(types))).isEmpty();
        }
    }

    @Test
    void arithmeticOnEveryPairOfBytes() {
        List<Object> bytes =
                IntStream.range(-128, 128).mapToObj(i -> (Object) (byte) i).toList();
        List<Operation> operations = Stream.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>")
                .map(operator -> Operation.named(operator, "int", "({0} " + operator + " {1})", "byte", "byte"))
                .toList();

        assertThat(new Sweep(List.of("byte", "byte"), pairs(bytes, bytes)).run(operations))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "tr"})
    void functionsOfTextsOnEveryCodePoint(String language) {
        List<Object[]> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (!surrogate) {
                text.appendCodePoint(point);
            }
            if (++count % STEP == 0 || point == Character.MAX_CODE_POINT) {
                rows.add(new Object[] {text.toString()});
                text.setLength(0);
            }
        }
        List<String> found = new ArrayList<>();
        Environment.of(language, "UTC")
                .run(() -> found.addAll(new Sweep(List.of("String"), rows).run(operations(List.of("String")))));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "tr"})
    void twoTextsThatDifferInCaseAlone(String language) {
        List<Object[]> rows = new ArrayList<>();
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            String text = Character.toString(point);
            for (String other : cases(text)) {
                rows.add(new Object[] {text, other});
                rows.add(new Object[] {other + "x", text});
            }
        }
        List<String> found = new ArrayList<>();
        Environment.of(language, "UTC")
                .run(() -> found.addAll(
                        new Sweep(List.of("String", "String"), rows).run(operations(List.of("String", "String")))));

        assertThat(found).isEmpty();
    }

    @Test
    void functionsOfCodePoints() {
        List<Object[]> rows = IntStream.rangeClosed(-2, Character.MAX_CODE_POINT + 2)
                .filter(point -> THOROUGH || point < 0x600 || point % STEP == 0 || point > Character.MAX_CODE_POINT - 2)
                .mapToObj(point -> new Object[] {point})
                .toList();
        List<Operation> operations = operations(List.of("int")).stream()
                .filter(operation -> operation.id().startsWith("Character."))
                .toList();

        assertThat(operations).isNotEmpty();
        assertThat(new Sweep(List.of("int"), rows).run(operations)).isEmpty();
    }

    /** The other cases of a text, none of them with half a surrogate pair, if it has any. */
    private static Set<String> cases(String text) {
        Set<String> cases = new LinkedHashSet<>();
        cases.add(text.toLowerCase(Locale.ROOT));
        cases.add(text.toUpperCase(Locale.ROOT));
        cases.add(Character.toString(Character.toTitleCase(text.codePointAt(0))));
        cases.add(Character.toString(Character.toLowerCase(Character.toUpperCase(text.codePointAt(0)))));
        cases.remove(text);
        return cases;
    }

    /** The operations of the tables on operands of these types, that give something to compare. */
    private static List<Operation> operations(List<String> types) {
        return Generator.OPERATIONS.stream()
                .filter(operation -> operation.parameters().stream()
                        .map(Operation.Parameter::sort)
                        .toList()
                        .equals(types))
                .filter(operation -> Sorts.NUMBERS.contains(operation.sort())
                        || operation.sort().equals("String")
                        || operation.isBoolean() && !operation.pattern().contains("null"))
                // what it makes of 0 and of half a surrogate pair no record can hold
                .filter(operation -> !operation.id().equals("Character.toString(int)"))
                .toList();
    }

    private static List<Object> adversaries(String type) {
        Stream<? extends Object> values = switch (type) {
            case "int" -> Adversaries.INTS.stream();
            case "long" -> Adversaries.LONGS.stream();
            case "double" -> Adversaries.DOUBLES.stream();
            case "float" -> Adversaries.FLOATS.stream();
            // what is made of the others can be no text of a record
            case "char" -> Adversaries.CHARS.stream().filter(c -> StorableText.isStorable(c.toString()));
            case "short" -> Adversaries.LONGS.stream().map(Long::shortValue);
            default -> Adversaries.INTS.stream().map(Integer::byteValue);
        };
        return values.distinct().map(value -> (Object) value).toList();
    }

    private static List<Object[]> pairs(List<Object> lefts, List<Object> rights) {
        return lefts.stream()
                .flatMap(left -> rights.stream().map(right -> new Object[] {left, right}))
                .toList();
    }
}
