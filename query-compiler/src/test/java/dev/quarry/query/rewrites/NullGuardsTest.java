package dev.quarry.query.rewrites;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an error about null says to write compiles as it stands, and is true for the records for which the lambda is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NullGuardsTest {
    /** A lambda, the one help of its errors, and the lambda with that in its place. */
    record Case(String lambda, String help, String rewritten) {
        @Override
        public String toString() {
            return lambda;
        }
    }

    private static Case whole(String lambda, String condition) {
        return new Case(lambda, condition, "r -> " + condition);
    }

    static List<Case> cases() {
        return List.of(
                whole("r -> r.in() > 3", "r.in() != null && r.in() > 3"),
                whole("r -> r.in() + r.ln() > 3", "r.in() != null && r.ln() != null && r.in() + r.ln() > 3"),
                whole("r -> r.in() + r.in() > 3", "r.in() != null && r.in() + r.in() > 3"),
                whole("r -> r.nn().z() > 3", "r.nn() != null && r.nn().z() > 3"),
                whole("r -> r.nn().in2().z() > 3", "r.nn() != null && r.nn().in2() != null && r.nn().in2().z() > 3"),
                whole(
                        "r -> r.nn().in2().zs().length() + r.ln() > 3",
                        "r.nn() != null && r.nn().in2() != null && r.nn().in2().zs() != null && r.ln() != null"
                                + " && r.nn().in2().zs().length() + r.ln() > 3"),
                whole(
                        "r -> !r.nn().in2().zs().isEmpty()",
                        "r.nn() != null && r.nn().in2() != null"
                                + " && r.nn().in2().zs() != null && !r.nn().in2().zs().isEmpty()"),
                whole("r -> r.bn() == (r.in() > 2)", "r.bn() != null && r.in() != null && r.bn() == (r.in() > 2)"),
                whole("r -> r.bn()", "r.bn() != null && r.bn()"),
                whole(
                        "r -> (r.b() ? r.s() : r.ns()).isEmpty()",
                        "(r.b() ? r.s() : r.ns()) != null && (r.b() ? r.s() : r.ns()).isEmpty()"),
                whole(
                        "r -> r.ns().concat(r.nn().in2().zs()).isEmpty()",
                        "r.ns() != null && r.nn() != null"
                                + " && r.nn().in2() != null && r.nn().in2().zs() != null"
                                + " && r.ns().concat(r.nn().in2().zs()).isEmpty()"),
                new Case(
                        "r -> r.b() || r.nn().in2().z() > 3",
                        "r.nn() != null && r.nn().in2() != null && r.nn().in2().z() > 3",
                        "r -> r.b() || r.nn() != null && r.nn().in2() != null && r.nn().in2().z() > 3"),
                new Case(
                        "r -> r.nn().z() > 1 && r.nn().z() < 9",
                        "r.nn() != null && r.nn().z() > 1",
                        "r -> r.nn() != null && r.nn().z() > 1 && r.nn().z() < 9"),
                new Case(
                        "r -> r.in() > 1 && r.ln() > 2",
                        "r -> r.in() != null && r.in() > 1 && r.ln() != null && r.ln() > 2",
                        "r -> r.in() != null && r.in() > 1 && r.ln() != null && r.ln() > 2"),
                new Case(
                        "r -> r.b() ? r.in() > 1 : r.ln() > 2",
                        "r -> r.b() ? r.in() != null && r.in() > 1 : r.ln() != null && r.ln() > 2",
                        "r -> r.b() ? r.in() != null && r.in() > 1 : r.ln() != null && r.ln() > 2"),
                new Case(
                        "r -> r.b() ? r.bn() : true",
                        "r.bn() != null && r.bn()",
                        "r -> r.b() ? r.bn() != null && r.bn() : true"),
                whole(
                        "r -> (r.b() ? r.in() : r.i()) + 1 > r.ln()",
                        "r.in() != null && r.ln() != null && (r.b() ? r.in() : r.i()) + 1 > r.ln()"),
                whole(
                        "r -> switch (r.ns()) { case \"a\" -> true; default -> false; }",
                        "r.ns() != null && switch (r.ns()) { case \"a\" -> true; default -> false; }"),
                new Case(
                        "r -> { int x = r.in() + r.nn().z(); return x > 3; }",
                        "if (r.in() == null || r.nn() == null) { return false; } before this statement",
                        "r -> { if (r.in() == null || r.nn() == null) { return false; } int x = r.in() + r.nn().z();"
                                + " return x > 3; }"),
                new Case(
                        "r -> { switch (r.ns()) { case \"a\": return true; default: return false; } }",
                        "if (r.ns() == null) { return false; } before this statement",
                        "r -> { if (r.ns() == null) { return false; }"
                                + " switch (r.ns()) { case \"a\": return true; default: return false; } }"),
                new Case(
                        "r -> { if (r.b()) { return r.bn(); } return r.i() > 1; }",
                        "r.bn() != null && r.bn()",
                        "r -> { if (r.b()) { return r.bn() != null && r.bn(); } return r.i() > 1; }"),
                new Case(
                        "r -> { String x = r.ns(); return x.isEmpty(); }",
                        "x != null && x.isEmpty()",
                        "r -> { String x = r.ns(); return x != null && x.isEmpty(); }"),
                new Case(
                        "r -> r.os().map(x -> x.length() + r.nn().in2().z() + r.in()).isPresent()",
                        "x.length() + Objects.requireNonNull(Objects.requireNonNull(r.nn()).in2()).z()"
                                + " + Objects.requireNonNull(r.in())",
                        "r -> r.os().map(x -> x.length() + Objects.requireNonNull(Objects.requireNonNull(r.nn()).in2()).z()"
                                + " + Objects.requireNonNull(r.in())).isPresent()"),
                new Case(
                        "r -> r.os().filter(x -> x.length() > r.in()).isPresent()",
                        "x.length() > Objects.requireNonNull(r.in())",
                        "r -> r.os().filter(x -> x.length() > Objects.requireNonNull(r.in())).isPresent()"),
                new Case(
                        "r -> switch (r.boxed()) { case 1 -> { String x = r.ns().trim(); yield x.isEmpty(); }"
                                + " default -> r.b(); }",
                        "Objects.requireNonNull(r.ns()).trim()",
                        "r -> switch (r.boxed()) { case 1 -> { String x = Objects.requireNonNull(r.ns()).trim();"
                                + " yield x.isEmpty(); } default -> r.b(); }"));
    }

    private Map<String, List<String>> errors;
    private Programs.Run run;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Programs refused = new Programs();
        Programs rewritten = new Programs();
        for (Case each : cases()) {
            refused.filter(name(each), "", each.lambda());
            rewritten.predicate(name(each), "", each.lambda());
            rewritten.filter(name(each) + "rewritten", "", each.rewritten());
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

    @ParameterizedTest
    @MethodSource("cases")
    void oneRewriteHasAllTests(Case each) {
        assertThat(errors.get(name(each)))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).startsWith("[QC2007]").endsWith("help: " + each.help()));
        assertThat(each.rewritten()).contains(each.help().replace(" before this statement", ""));
    }

    /** The rewrites have been compiled. */
    @ParameterizedTest
    @MethodSource("cases")
    void theRewriteIsTrueForTheSameRecords(Case each) {
        assertThat(run.throwing(name(each))).isNotEmpty();
        assertThat(run.found(name(each) + "rewritten")).isEqualTo(run.matching(name(each)));
    }
}
