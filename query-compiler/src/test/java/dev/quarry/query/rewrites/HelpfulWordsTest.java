package dev.quarry.query.rewrites;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors that no family of refusals tells: their words are true, and what they say to write instead compiles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpfulWordsTest {
    /** A refused lambda behind statements, words of its error, and what these lead to; empty if it is no other filter. */
    record Case(String before, String lambda, List<String> says, String beforeRewritten, String rewritten) {
        @Override
        public String toString() {
            return lambda;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "",
                        "r -> r.p().compareTo(new BigDecimal(\"1.5\")) > 0",
                        List.of("[QC1001]", "help: create it before the lambda", "var value = new BigDecimal(\"1.5\")"),
                        "var value = new BigDecimal(\"1.5\");",
                        "r -> r.p().compareTo(value) > 0"),
                new Case(
                        "",
                        "r -> new BigDecimal(r.i()).signum() > 0",
                        List.of("[QC1001]", "help: compare the components"),
                        "",
                        "r -> r.i() > 0"),
                new Case(
                        "",
                        "r -> Optional.<String>empty().get().equals(\"a\")",
                        List.of("always throws or is null", "help: leave out this part"),
                        "",
                        ""),
                new Case(
                        "List<Object> xs = List.of(\"a\", 1);",
                        "r -> xs.contains(r.s())",
                        List.of("'contains' of a List<Object> has no SQL translation", "help: capture a collection"),
                        "List<String> xs = List.of(\"a\");",
                        "r -> xs.contains(r.s())"),
                new Case(
                        "List<Object> xs = List.of();",
                        "r -> r.ss().containsAll(xs)",
                        List.of("has no SQL translation", "help: capture a collection"),
                        "List<String> xs = List.of();",
                        "r -> r.ss().containsAll(xs)"),
                new Case(
                        "",
                        "r -> r.boxed().equals(r.l())",
                        List.of("never equals", "help: Objects.equals((long) r.boxed(), r.l())"),
                        "",
                        "r -> Objects.equals((long) r.boxed(), r.l())"),
                new Case(
                        "",
                        "r -> Objects.equals(r.l(), r.d() + 1)",
                        List.of("never equals", "help: Objects.equals((double) r.l(), r.d() + 1)"),
                        "",
                        "r -> Objects.equals((double) r.l(), r.d() + 1)"),
                new Case(
                        "",
                        "r -> r.os().equals(r.s())",
                        List.of("never equals", "help: r.os().isPresent() && r.os().get().equals(r.s())"),
                        "",
                        "r -> r.os().isPresent() && r.os().get().equals(r.s())"),
                new Case(
                        "List<Integer> xs = List.of(1, 2);",
                        "r -> xs.contains(r.l())",
                        List.of("never contains a", "help: ask it for an Integer"),
                        "List<Integer> xs = List.of(1, 2);",
                        "r -> xs.contains((int) r.l())"),
                new Case(
                        "",
                        "r -> r.ss().contains(null)",
                        List.of("never contains a null", "help: leave it out"),
                        "",
                        ""),
                new Case(
                        "",
                        "r -> r.boxed().compareTo(1) + 1 > 0",
                        List.of("means nothing but its sign", "help: compare it with 0"),
                        "",
                        "r -> r.boxed().compareTo(1) >= 0"),
                new Case("", "r -> Objects.isNull(r.i())", List.of("never null", "help: leave the test out"), "", ""),
                new Case("", "r -> r.s().startsWith(null)", List.of("null has no value", "help: leave out"), "", ""),
                new Case(
                        "",
                        "r -> r.s().toLowerCase(Locale.forLanguageTag(\"tr\")).isEmpty()",
                        List.of("toLowerCase", "depends on a locale", "help: name one of Locale's constants"),
                        "",
                        "r -> r.s().toLowerCase(Locale.ROOT).isEmpty()"),
                new Case(
                        "",
                        "r -> r.s().valueOf(r.i()).equals(\"3\")",
                        List.of("'valueOf' is a static method", "help: String.valueOf(r.i())"),
                        "",
                        "r -> String.valueOf(r.i()).equals(\"3\")"),
                new Case(
                        "",
                        "r -> r.os().of(\"x\").isPresent()",
                        List.of("'of' is a static method", "help: Optional.of(\"x\")"),
                        "",
                        "r -> Optional.of(\"x\").isPresent()"),
                new Case(
                        "",
                        "r -> R.LIMIT < r.i() && r.LIMIT < r.i()",
                        List.of("'r.LIMIT' is a field", "help: R.LIMIT"),
                        "",
                        "r -> R.LIMIT < r.i() && R.LIMIT < r.i()"),
                new Case(
                        "",
                        "r -> { String n = r.s(); return slug(n).equals(\"x\"); }",
                        List.of("'slug(…)' has no SQL translation", "help: test the record in the program"),
                        "",
                        ""),
                new Case(
                        "",
                        "r -> r.os().map(n -> slug(n)).isPresent()",
                        List.of("'slug(…)' has no SQL translation", "help: test the record in the program"),
                        "",
                        ""),
                new Case(
                        "",
                        "r -> { String n = r.s(); return new BigDecimal(n).signum() > 0; }",
                        List.of("[QC1001]", "or test the record in the program"),
                        "",
                        ""),
                new Case(
                        "",
                        "r -> { int x = 1; int y = switch (r.i()) { case 1 -> { x = 5; yield 2; } default -> 3; };"
                                + " return x + y == 7; }",
                        List.of("an assignment in a switch that gives a value", "help: give the variable its value"),
                        "",
                        "r -> { int x = 1; int y = 3; switch (r.i()) { case 1 -> { x = 5; y = 2; } default -> {} }"
                                + " return x + y == 7; }"),
                new Case(
                        "",
                        "r -> " + tests(300),
                        List.of("this filter has too many tests", "help: capture the values as a Set"),
                        "Set<Integer> xs = Set.of(1, 2);",
                        "r -> xs.contains(r.i())"));
    }

    private static String tests(int many) {
        return IntStream.range(0, many).mapToObj(i -> "r.i() == " + i).collect(Collectors.joining(" || "));
    }

    private Map<String, List<String>> errors;
    private Programs.Run run;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Programs refused = new Programs();
        Programs rewritten = new Programs();
        for (Case each : cases()) {
            refused.filter(name(each), each.before(), each.lambda());
            if (!each.rewritten().isEmpty()) {
                rewritten.filter(name(each), each.beforeRewritten(), each.rewritten());
            }
        }
        errors = refused.errors();
        run = rewritten.run(directory);
    }

    @AfterAll
    void close() {
        run.close();
    }

    private static String name(Case each) {
        return "case" + cases().indexOf(each);
    }

    /** The rewrites have been compiled. */
    @ParameterizedTest
    @MethodSource("cases")
    void theWordsLeadToWhatCompiles(Case each) {
        assertThat(errors.get(name(each))).as(errors.toString()).hasSize(1);
        assertThat(errors.get(name(each)).get(0)).contains(each.says());
        if (!each.rewritten().isEmpty()) {
            assertThat(run.found(name(each))).isSubsetOf(run.all());
        }
    }
}
