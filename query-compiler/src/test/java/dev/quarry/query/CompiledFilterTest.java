package dev.quarry.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.Node;
import dev.quarry.plan.Plan;
import dev.quarry.plan.PlanFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledFilterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            u -> u.age() >= min                 | {c:age} >= {b:0}
            u -> min < u.age()                  | {c:age} > {b:0}
            u -> u.active()                     | {c:active} = 1
            u -> u.home().city().isEmpty()      | {c:home.city} = ''
            u -> u.tags().size() == 2           | json_array_length({c:tags}) = {b:0}
            u -> u.seen().isBefore(moment)      | ({c:seen}, {c:seen#nano}) < ({b:0}, {b:1})
            u -> u.name().contains(text)        | instr({c:name}, {b:0}) > 0
            u -> ids.contains(u.age())          | ({c:age} in (select value from json_each({b:0})))
            """)
    void simpleTestsArePlainSql(String lambda, String sql) {
        assertThat(plan(lambda).root()).isInstanceOfSatisfying(Node.Atom.class, atom -> {
            assertThat(atom.whenTrue()).hasToString(sql);
            assertThat(atom.canThrow()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u -> u.region() != null && u.region().startsWith(\"A\")",
                "u -> u.region() == null || u.region().isEmpty()",
                "u -> !(u.region() == null) && u.region().isEmpty()",
                "u -> Objects.nonNull(u.region()) && u.region().isEmpty()",
                "u -> (u.region() != null && u.active()) && u.region().isEmpty()",
                "u -> !(u.region() == null || u.score() == null) && u.score() > u.region().length()",
                "u -> u.second() != null && u.second().zip() != null && u.second().zip().equals(text)",
                "u -> \"A\".equals(u.region())",
                "u -> Objects.equals(u.region(), text)",
                "u -> u.status() == Status.OPEN",
                "(u) -> (u.age() > 1)",
                "(User u) -> u.age() > 1",
                "u -> { return u.age() > 1; }",
                "User::active",
            })
    void guardedAndNullSafeUsesCompile(String lambda) {
        assertThat(Sample.filter(lambda)).isInstanceOf(CompilationResult.Compiled.class);
    }

    @Test
    void onlyDivisionByWhatMayBeZeroCanThrow() {
        assertThat(atom("u -> 10 / u.age() > 1").canThrow()).isTrue();
        assertThat(atom("u -> u.age() / 2 > 1").canThrow()).isFalse();
        assertThat(atom("u -> u.age() + u.age() > 1").canThrow()).isFalse();
    }

    @Test
    void capturesAreListedInTheOrderOfTheirFirstUse() {
        CompilationResult.Compiled compiled = (CompilationResult.Compiled)
                Sample.filter("u -> u.name().equals(text) && u.age() > min && !u.name().endsWith(text)");

        assertThat(compiled.lambda().captures()).containsExactly("text", "min");
    }

    @Test
    void aNestedFieldIsAPath() {
        CompilationResult.Compiled compiled = (CompilationResult.Compiled) Sample.field("u -> u.second().zip()");

        Plan plan = compiled.lambda().plan(new LambdaKey("A", "b", "()V"), "A.java:1", "", List.of());
        assertThat(((Plan.FieldPlan) plan).path()).hasToString("second.zip");
    }

    @Test
    void aPlanReadsBackAsItWasWritten() throws IOException {
        List<Plan> plans = List.of(
                wholePlan("u -> u.name().startsWith(\"é\\n\") && 10 / u.age() > min || u.size() > 0.0 / 0.0"),
                wholePlan("u -> u.status() == Status.OPEN && ids.contains(u.age()) == u.active()"),
                wholePlan("u -> u.big() == -9223372036854775808L && u.size() != -0.0 && text == null"));

        String written = PlanFile.write(plans);
        List<Plan> read = PlanFile.read(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));

        assertThat(read).isEqualTo(plans);
    }

    private static Node.Atom atom(String lambda) {
        return (Node.Atom) plan(lambda).root();
    }

    private static EnginePlan plan(String lambda) {
        return wholePlan(lambda).engines().get("sqlite");
    }

    private static Plan.FilterPlan wholePlan(String lambda) {
        CompilationResult result = Sample.filter(lambda);
        assertThat(result).as(lambda).isInstanceOf(CompilationResult.Compiled.class);
        CompilationResult.Compiled compiled = (CompilationResult.Compiled) result;
        return (Plan.FilterPlan)
                compiled.lambda().plan(new LambdaKey("A", "b", "()V"), "A.java:1", "00", List.of(0, 1, 2));
    }

    /** Found by comparing random filters with the JVM. */
    @Test
    void aLiteralThatNoStoreCanHoldIsNoFaultOfTheCompiler() {
        CompilationResult result =
                Sample.filter("u -> { String x = u.weight() + \"\\ud83d\"; return x == null || x.equals(text); }");

        assertThat(result).isInstanceOf(CompilationResult.Compiled.class);
    }
}
