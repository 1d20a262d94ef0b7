package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quarry.query.LambdaSource;
import dev.quarry.query.QueryCompiler;
import dev.quarry.query.testing.CompiledSources;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler and the running program see the same record. */
class RecordElementsTest {
    private static final String EVERYTHING = """
            package app;
            import java.time.Instant;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            public record Everything(
                    String text, @Nullable String maybeText,
                    int number, Integer boxed, @Nullable Integer maybeNumber,
                    long big, @Nullable Long maybeBig,
                    double real, @Nullable Double maybeReal,
                    boolean truth, @Nullable Boolean maybeTruth,
                    Instant seen, @Nullable Instant maybeSeen,
                    UUID id, @Nullable UUID maybeId,
                    Colour colour, @Nullable Colour maybeColour, Outer.Status status,
                    List<String> list, @Nullable List<String> maybeList,
                    Map<String, String> map, @Nullable Map<String, String> maybeMap,
                    Outer.Inner inner, @Nullable Outer . @Nullable Inner maybeInner) {
                public enum Colour { RED, GREEN }
                public String text() { return this.text; }
                public int number() { return (number); }
                public boolean isBig() { return big > 1; }
                public Everything { java.util.Objects.requireNonNull(text); }
            }
            class Outer {
                enum Status { OPEN { }, CLOSED }
                record Inner(@Nullable String note, Deep deep) {}
                record Deep(long id) {}
            }
            """.replace("@Nullable Outer . @Nullable Inner", "Outer.@Nullable Inner");

    private static final String USE = """
            package app;
            import dev.quarry.Filter;
            public class Use { static Filter<Everything> get() { return c -> c.number() > 1; } }
            """;

    @TempDir
    Path directory;

    private final List<LambdaSource> seen = new ArrayList<>();

    private FilterProcessor recording() {
        return new FilterProcessor(source -> {
            seen.add(source);
            return new QueryCompiler().compile(source);
        });
    }

    private static Schema atRunTime(CompiledSources sources) {
        return RecordSchemas.of(sources.load("app.Everything")).schema();
    }

    @Test
    void aRecordFromSourceHasTheSchemaOfItsClass() {
        for (boolean recordFirst : List.of(true, false)) {
            CompiledSources.Builder builder = CompiledSources.into(directory.resolve("" + recordFirst));
            if (recordFirst) {
                builder.source("app/Everything.java", EVERYTHING).source("app/Use.java", USE);
            } else {
                builder.source("app/Use.java", USE).source("app/Everything.java", EVERYTHING);
            }
            CompiledSources sources = builder.processor(recording()).compile().orFail();

            assertThat(seen.get(seen.size() - 1).schema()).isEqualTo(atRunTime(sources));
        }
        assertThat(seen).hasSize(2);
    }

    @Test
    void aRecordFromAClassFileHasTheSchemaOfItsClass() {
        CompiledSources library = CompiledSources.into(directory.resolve("lib"))
                .source("app/Everything.java", EVERYTHING)
                .compile()
                .orFail();
        CompiledSources.into(directory.resolve("use"))
                .source("app/Use.java", USE)
                .classPath(library.output())
                .processor(recording())
                .compile()
                .orFail();

        assertThat(seen.get(0).schema()).isEqualTo(atRunTime(library));
    }

    @Test
    void aRecordOfAnEarlierCompilationIntoTheSameDirectoryHasItsSchema() {
        CompiledSources library = CompiledSources.into(directory)
                .source("app/Everything.java", EVERYTHING)
                .compile()
                .orFail();
        CompiledSources.into(directory)
                .source("app/Use.java", USE)
                .classPath(directory)
                .processor(recording())
                .compile()
                .orFail();

        assertThat(seen.get(0).schema()).isEqualTo(atRunTime(library));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Bad(String name, int n) { public String name() { return name.strip(); } }",
                "record Bad(String name, int n) { public int n() { return 1; } }",
                "record Bad(String name, int n) { public String name() { System.out.println(); return name; } }",
                "record Bad(int n, java.math.BigInteger s) { }",
                "record Bad(int n, java.util.List<java.math.BigInteger> list) { }",
                "record Bad(int n, java.util.List<@org.jspecify.annotations.Nullable String> list) { }",
                "record Bad(int n, java.util.Map<String, @org.jspecify.annotations.Nullable String> map) { }",
                "record Bad(int n, java.util.List<? extends String> list) { }",
                "record Bad(int n, String[] array) { }",
                "record Bad(int n, java.util.ArrayList<String> list) { }",
                "record Bad(int n, Holder.Plain plain) { } class Holder { static class Plain {} }",
                "record Bad(int n, Holder.Odd odd) { } class Holder { record Odd(java.math.BigInteger c) {} }",
                "record Bad(int n, Bad bad) { }",
                "record Bad(int n, Holder.None none) { } class Holder { record None() {} }",
            })
    void whatTheRunningProgramRefusesIsRefusedWithTheSameWords(String record) {
        String use = "package app; class Use {\n dev.quarry.Filter<Bad> f = c -> c.n() > 1; }";
        CompiledSources library = CompiledSources.into(directory.resolve("lib"))
                .source("app/Bad.java", "package app;\npublic " + record)
                .compile()
                .orFail();
        CompiledSources fromClassFile = CompiledSources.into(directory.resolve("use"))
                .source("app/Use.java", use)
                .classPath(library.output())
                .processor(Lambdas.processor())
                .compile();
        CompiledSources fromSource = CompiledSources.into(directory.resolve("both"))
                .source("app/Bad.java", "package app;\npublic " + record)
                .source("app/Use.java", use)
                .processor(Lambdas.processor())
                .compile();

        Throwable atRunTime = catchThrowable(() -> RecordSchemas.of(library.load("app.Bad")));
        for (CompiledSources refused : List.of(fromSource, fromClassFile)) {
            assertThat(refused.errors()).hasSize(1);
            assertThat(refused.errors().get(0).message()).isEqualTo("[QC2004] " + atRunTime.getMessage());
            assertThat(refused.errors().get(0).line()).isEqualTo(2);
        }
    }
}
