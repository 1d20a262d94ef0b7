package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.CompiledSources.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Aquarry.engines} makes what an engine cannot say exactly a compile error; without it the plan says so. */
class RequiredEnginesTest {
    private static final String ON_SQLITE_ALONE =
            "Filter<City> filter = c -> c.population() > 3 && c.name().toUpperCase().equals(\"ATHENS\");";

    @TempDir
    Path directory;

    private CompiledSources compile(String body, String... options) {
        return CompiledSources.into(directory)
                .source("app/City.java", "package app; public record City(String name, int population) {}")
                .source("app/Main.java", "package app; import dev.quarry.*; class Main {\n" + body + "\n}")
                .processor(new FilterProcessor())
                .options(options)
                .compile();
    }

    @Test
    void aFilterThatARequiredEngineCannotSayIsAnErrorAtThePartThatItCannot() {
        CompiledSources sources = compile(ON_SQLITE_ALONE, "-Aquarry.engines=sqlite,postgresql");

        assertThat(sources.errors()).hasSize(1);
        Problem error = sources.errors().get(0);
        assertThat(error.message())
                .startsWith("[QC3003] this has no exact form on 'postgresql'")
                .contains("String.toUpperCase", "help: ");
        assertThat(error.line()).isEqualTo(2);
        assertThat(ON_SQLITE_ALONE.substring((int) error.column() - 1)).startsWith(".toUpperCase()");
    }

    @Test
    void theSameFilterCompilesWhereTheEngineIsNotRequired() {
        assertThat(compile(ON_SQLITE_ALONE).errors()).isEmpty();
        assertThat(compile(ON_SQLITE_ALONE, "-Aquarry.engines=sqlite").errors()).isEmpty();
    }

    @Test
    void aFilterThatEveryEngineCanSayCompilesWhereAllAreRequired() {
        String both = "Filter<City> filter = c -> c.population() > 3 && c.name().startsWith(\"A\");";

        assertThat(compile(both, "-Aquarry.engines=sqlite, postgresql").errors())
                .isEmpty();
    }

    @Test
    void anEngineThatThereIsNotIsAnError() {
        CompiledSources sources = compile(ON_SQLITE_ALONE, "-Aquarry.engines=postgres");

        assertThat(sources.errors())
                .anySatisfy(error -> assertThat(error.message())
                        .contains("names postgres, but filters are compiled for postgresql and sqlite"));
    }
}
