package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarry.query.testing.CompiledSources;
import dev.quarry.query.testing.CompiledSources.Problem;
import java.nio.file.Path;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters that look at every record are noted where an index would help. */
class ScanNotesTest {
    private static final String TOWN = """
            package app;
            import dev.quarry.annotation.*;
            public record Town(@Unique String name, @Indexed String country, int size, boolean port, Place place) {
                public record Place(double north) {}
            }
            """;
    private static final String MAIN = """
            package app;
            import dev.quarry.*;
            class Main {
                Filter<Town> indexed = t -> t.country().equals("GR") && t.size() > 3;
                Filter<Town> unique = t -> t.name().startsWith("A");
                Filter<Town> advised = t -> t.port() && t.size() > 3;
                Filter<Town> nested = t -> t.place().north() > 3;
                Filter<Town> hopeless = t -> t.name().endsWith("a");
                Field<Town, Integer> field = Town::size;
            }
            """;
    private static final String SUMMARY =
            "Quarry compiled 5 filters, 3 of which use no @Indexed component, and 1 field";

    @TempDir
    Path directory;

    @Test
    void aFilterThatAnIndexWouldHelpIsNotedAtTheLambda() {
        assertThat(compile().problems())
                .extracting(Problem::kind, Problem::line, Problem::message)
                .containsExactly(
                        tuple(
                                Kind.NOTE,
                                6L,
                                "[QC4001] no @Indexed component leads to the records: add @Indexed to 'size', or open the store with"
                                        + " index(Town::size)"),
                        tuple(
                                Kind.NOTE,
                                7L,
                                "[QC4001] no @Indexed component leads to the records: open the store with index(t -> t.place().north())"),
                        tuple(Kind.NOTE, -1L, SUMMARY));
    }

    @Test
    void theNotesAreWarningsToNobody() {
        assertThat(compile("-Werror", "-Xlint:all").problems())
                .extracting(Problem::kind)
                .containsOnly(Kind.NOTE);
    }

    @Test
    void anOptionSwitchesTheNotesOff() {
        assertThat(compile("-Werror", "-Xlint:all", "-Aquarry.advice=off").problems())
                .extracting(Problem::message)
                .containsExactly(SUMMARY);
    }

    @Test
    void indexesOfARecordThatWasCompiledBeforeAreKnown() {
        Path library = CompiledSources.into(directory.resolve("library"))
                .source("app/Town.java", TOWN)
                .compile()
                .orFail()
                .output();
        CompiledSources sources = CompiledSources.into(directory.resolve("program"))
                .source("app/Main.java", MAIN)
                .classPath(library)
                .processor(Lambdas.processor())
                .compile()
                .orFail();

        assertThat(sources.problems()).extracting(Problem::line).containsExactly(6L, 7L, -1L);
    }

    @Test
    void theSummaryCountsInWords() {
        assertThat(summaryOf("Filter<City> a = c -> c.area() % 2 == 0;"))
                .isEqualTo("Quarry compiled 1 filter, which uses no @Indexed component");
        assertThat(summaryOf("Filter<City> a = c -> c.area() % 2 == 0; Field<City, Long> b = City::area;"))
                .isEqualTo("Quarry compiled 1 filter, which uses no @Indexed component, and 1 field");
        assertThat(summaryOf("Field<City, Long> b = City::area; Field<City, String> c = City::name;"))
                .isEqualTo("Quarry compiled 0 filters and 2 fields");
    }

    /** Javac takes switches apart before it writes the class file, into trees that nobody may look at. */
    @Test
    void aFilterWithASwitchIsNotedToo() {
        CompiledSources sources = Lambdas.compile(
                directory,
                "class Main { Filter<City> a = c -> c.area() > 3"
                        + " && !(switch (c.name()) { case \"a\" -> true; default -> false; }); }");

        assertThat(sources.problems())
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("add @Indexed to 'area'");
    }

    private String summaryOf(String members) {
        CompiledSources sources = Lambdas.compile(directory, "class Main { " + members + " }");
        assertThat(sources.problems()).hasSize(1);
        return sources.problems().get(0).message();
    }

    private CompiledSources compile(String... options) {
        return CompiledSources.into(directory)
                .source("app/Town.java", TOWN)
                .source("app/Main.java", MAIN)
                .processor(Lambdas.processor())
                .options(options)
                .compile()
                .orFail();
    }
}
