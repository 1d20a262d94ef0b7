package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.CompiledSources.Problem;
import dev.quarry.query.testing.MemoryFiles;
import java.nio.file.Path;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor in a build: found by itself, quiet, and harmless where there is nothing for it. */
class BuildTest {
    @TempDir
    Path directory;

    @Test
    void javacFindsTheProcessor() {
        assertThat(ServiceLoader.load(Processor.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .toList())
                .containsExactlyInAnyOrder(FilterProcessor.class, OptionsProcessor.class);
    }

    @Test
    void itSaysInOneLineHowMuchItDid() {
        CompiledSources sources = Lambdas.compile(directory, """
                class Main {
                    Filter<City> one = c -> c.capital();
                    Filter<City> two = c -> c.capital() && c.area() / 2 > 1;
                    Field<City, String> three = City::name;
                }
                class Other { Filter<City> four = c -> !c.capital(); }
                """);

        assertThat(sources.problems())
                .extracting(Problem::kind, Problem::message)
                .containsExactly(tuple(
                        Kind.NOTE, "Quarry compiled 3 filters, 3 of which use no @Indexed component, and 1 field"));
    }

    @Test
    void itSaysNothingWhereThereIsNothing() {
        assertThat(Lambdas.compile(directory, "class Main { Runnable r = () -> {}; }")
                        .problems())
                .isEmpty();
    }

    @Test
    void aBuildThatTreatsWarningsAsErrorsStaysClean() {
        CompiledSources sources = CompiledSources.into(directory)
                .source("app/package-info.java", "@org.jspecify.annotations.NullMarked package app;")
                .source("app/City.java", """
                        package app;
                        import dev.quarry.annotation.*;
                        import org.jspecify.annotations.Nullable;
                        public record City(@Unique String name, @Indexed @Nullable String region) {}
                        """)
                .source("app/Main.java", """
                        package app;
                        import dev.quarry.*;
                        public final class Main {
                            private Main() {}
                            /** Filters. */
                            public static Filter<City> get() { return c -> c.region() != null && c.name().equals("x"); }
                        }
                        """)
                .options("-Werror", "-Xlint:all")
                .processor(Lambdas.processor())
                .compile();

        assertThat(sources.orFail().problems()).extracting(Problem::kind).containsOnly(Kind.NOTE);
    }

    @Test
    void optionsAreKnownWhereNoAnnotationIs() {
        CompiledSources sources = CompiledSources.into(directory)
                .source("Main.java", "class Main { @Override public String toString() { return \"\"; } }")
                .options("-processorpath", System.getProperty("java.class.path"))
                .options("-Werror", "-Xlint:all", "-Aquarry.engines=sqlite,postgresql", "-Aquarry.advice=off")
                .compile();

        assertThat(sources.orFail().problems()).isEmpty();
    }

    @Test
    void everyOrderOfPhasesOfJavacWorks() {
        for (String policy : new String[] {"simple", "byfile", "bytodo", "check"}) {
            CompiledSources sources = Lambdas.compile(
                    directory.resolve(policy),
                    "class Main { static Filter<City> get() { return c -> c.area() > 2; } }",
                    "-XDcompilePolicy=" + policy);

            if (!policy.equals("check")) {
                assertThat(Lambdas.values(Lambdas.get(sources, "get"))).containsExactly(2L);
            }
        }
    }

    @Test
    void javacMayWriteToMemory() {
        MemoryFiles files = new MemoryFiles();
        CompiledSources sources = Lambdas.city(directory, "class Main { Filter<City> f = c -> c.area() % 2 == 0; }")
                .processor(Lambdas.processor())
                .compile(files);

        assertThat(sources.orFail().problems()).extracting(Problem::kind).containsExactly(Kind.NOTE);
        assertThat(files.written()).contains("app/Main.class", "META-INF/quarry/app.Main.json");
    }
}
