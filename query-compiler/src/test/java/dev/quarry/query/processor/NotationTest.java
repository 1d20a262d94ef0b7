package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.Plan;
import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be written in several ways compiles to one plan. */
class NotationTest {
    @TempDir
    Path directory;

    private void assertSame(String imports, String filter, String other) {
        CompiledSources sources = Lambdas.compile(directory, imports + """
                class Base { int least = 3; }
                class Main extends Base {
                    int most = 7;
                    static final Main MAIN = new Main();
                    static Filter<City> one() { return MAIN.first(); }
                    static Filter<City> two() { return MAIN.second(); }
                    Filter<City> first() {
                        return %s;
                    }
                    Filter<City> second() {
                        return %s;
                    }
                }
                """.formatted(filter, other));

        assertThat(engines(sources, "one")).isEqualTo(engines(sources, "two"));
        assertThat(Lambdas.values(Lambdas.get(sources, "one")))
                .usingRecursiveComparison()
                .isEqualTo(Lambdas.values(Lambdas.get(sources, "two")));
    }

    private static Object engines(CompiledSources sources, String method) {
        return ((Plan.FilterPlan) Lambdas.plan(sources, "app.Main", Lambdas.get(sources, method))).engines();
    }

    @Test
    void methodsByTheirNameAloneAreThoseOfTheirClass() {
        assertSame(
                "import static java.lang.Math.abs;\n",
                "c -> abs(c.population()) > 3",
                "c -> Math.abs(c.population()) > 3");
        assertSame(
                "import static java.util.Objects.*;\n",
                "c -> requireNonNullElse(c.name(), \"x\").isEmpty() || isNull(c.country())",
                "c -> java.util.Objects.requireNonNullElse(c.name(), \"x\").isEmpty()"
                        + " || java.util.Objects.isNull(c.country())");
        assertSame(
                "import static java.time.Instant.*;\n",
                "c -> ofEpochMilli(c.area()).isAfter(EPOCH)",
                "c -> java.time.Instant.ofEpochMilli(c.area()).isAfter(java.time.Instant.EPOCH)");
    }

    @Test
    void fieldsOfTheObjectAroundTheLambdaAreReadByEachOfItsNames() {
        assertSame("", "c -> c.population() > this.most", "c -> c.population() > Main.this.most");
        assertSame("", "c -> c.population() > this.least", "c -> c.population() > super.least");
        assertSame("", "c -> c.population() > least", "c -> c.population() > app.Main.this.least");
    }

    @Test
    void componentsMayBeNamedLikeMethodsThatGiveBoxes() {
        CompiledSources sources = CompiledSources.into(directory)
                .source("app/Main.java", """
                        package app;
                        import dev.quarry.*;
                        class Main {
                            record Odd(int get, int decode, Integer box) {}
                            Filter<Odd> filter = r -> r.get() == r.box() && (r.box() > 1 ? r.decode() : r.box()) == r.box();
                        }
                        """)
                .processor(Lambdas.processor())
                .compile();

        assertThat(sources.errors()).isEmpty();
    }

    @Test
    void namesBehindEscapesAreFound() {
        assertSame(
                "",
                "c -> c.name().equals(\"\\\"\\\\u0041\\t\\u0041\\101\") || c.population() > most",
                "c -> c.name().equals(\"\\\"\\\\u0041\\tAA\") || c.population() > this.most");
    }

    @Test
    void aUnicodeEscapeIsTheCharacterThatItStandsFor() {
        assertSame("", "c -> c.\\u006eame().isEmpty()", "c -> c.name().isEmpty()");
        assertSame("", "\\u0063 -> c.population() > 1 /* \\u002a/ + 2", "c -> c.population() > 1 + 2");
        assertSame(
                "",
                "c -> c.name().equals(\"\\u0022.concat(\"\\u0041\\\\u0041\"))",
                "c -> c.name().equals(\"\".concat(\"A\\\\u0041\"))");
    }
}
