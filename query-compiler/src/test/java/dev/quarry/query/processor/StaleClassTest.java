package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.FilterNotCompiled;
import dev.quarry.error.FilterOutdated;
import dev.quarry.query.testing.CompiledSources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program never runs a filter that is not what its code says. */
class StaleClassTest {
    private static final String MAIN = "class Main { static Filter<City> get() { return c -> c.population() > 1; } }";

    @TempDir
    Path directory;

    @Test
    void aClassCompiledWithoutTheProcessorHasNoFilters() {
        CompiledSources sources = Lambdas.city(directory, MAIN).compile().orFail();

        assertThatThrownBy(() -> Lambdas.values(Lambdas.get(sources, "get"))).isInstanceOf(FilterNotCompiled.class);
    }

    @Test
    void aClassRecompiledWithoutTheProcessorHasOutdatedFilters() {
        assertThat(Lambdas.values(Lambdas.get(Lambdas.compile(directory, MAIN), "get")))
                .containsExactly(1);
        CompiledSources again = Lambdas.city(directory, MAIN.replace("> 1", "> 2"))
                .options("-proc:none")
                .compile()
                .orFail();

        assertThatThrownBy(() -> Lambdas.values(Lambdas.get(again, "get")))
                .isInstanceOf(FilterOutdated.class)
                .hasMessageContaining("Main.java:3");
    }

    @Test
    void linesThatMoveMakeNoFilterOutdated() {
        Lambdas.compile(directory, MAIN);
        CompiledSources again =
                Lambdas.city(directory, "\n\n// moved\n" + MAIN).compile().orFail();

        assertThat(Lambdas.values(Lambdas.get(again, "get"))).containsExactly(1);
    }

    @Test
    void aRecordThatChangedMakesItsFiltersOutdated() {
        CompiledSources sources = Lambdas.compile(directory, MAIN);
        CompiledSources.into(directory)
                .source("app/City.java", Lambdas.CITY.replace("long area", "double area"))
                .compile()
                .orFail();

        assertThatThrownBy(() -> Lambdas.values(Lambdas.get(sources, "get"))).isInstanceOf(FilterOutdated.class);
    }

    @Test
    void aLambdaInsideAFilterThatChangedMakesItOutdated() {
        assertOutdated(
                "class Main { static Filter<City> get() {"
                        + " return c -> java.util.Optional.of(c.population()).filter(p -> p > 1).isPresent(); } }",
                "p > 1",
                "p > 2");
    }

    /** The constants of an enum from another file are known to a switch through a table in a class of its own. */
    @Test
    void aSwitchOverOtherConstantsOfAnEnumMakesItOutdated() {
        assertOutdated(
                "class Main { static Filter<City> get() { return c -> switch (UNIT) { case DAYS -> c.population() > 1;"
                        + " default -> false; }; }"
                        + " static final java.time.temporal.ChronoUnit UNIT = java.time.temporal.ChronoUnit.DAYS; }",
                "case DAYS",
                "case HOURS");
    }

    private void assertOutdated(String main, String before, String after) {
        assertThat(Lambdas.values(Lambdas.get(Lambdas.compile(directory, main), "get")))
                .containsExactly(1);
        CompiledSources again = Lambdas.city(directory, main.replace(before, after))
                .options("-proc:none")
                .compile()
                .orFail();

        assertThatThrownBy(() -> Lambdas.values(Lambdas.get(again, "get"))).isInstanceOf(FilterOutdated.class);
    }
}
