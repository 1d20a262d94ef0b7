package dev.quarry.query.rewrites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.CompilationResult;
import dev.quarry.query.LambdaSource;
import dev.quarry.query.QueryCompiler;
import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.schema.RecordSchemas;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says instead of a method compiles, and gives the answer that the method gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalExamplesTest {
    /** Which JDK has the methods of {@link Refusal#NEWER}. */
    private static final int NEWER_JDK = 21;

    private Map<String, List<String>> errors;
    private Programs.Run run;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Programs refused = new Programs();
        Programs rewritten = new Programs();
        for (Example example : examples()) {
            if (isKnownToJava(example)) {
                refused.filter(name(example), example.before(), example.lambda());
                rewritten.predicate(name(example), example.before(), example.lambda());
            }
            if (example.isRewritten()) {
                rewritten.filter(name(example) + "rewritten", example.beforeRewritten(), example.rewritten());
            }
        }
        errors = refused.errors();
        run = rewritten.run(directory);
    }

    @AfterAll
    void close() {
        run.close();
    }

    static List<Example> examples() {
        return Examples.ALL;
    }

    private static String name(Example example) {
        return "example" + Examples.ALL.indexOf(example);
    }

    private static boolean isKnownToJava(Example example) {
        return example.refusal() != Refusal.NEWER || Runtime.version().feature() >= NEWER_JDK;
    }

    @Test
    void everyFamilyOfRefusalsHasAnExample() {
        Set<Refusal> shown = examples().stream()
                .map(Example::refusal)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));

        assertThat(shown).isEqualTo(EnumSet.allOf(Refusal.class));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theErrorSaysWhyAndWhatInstead(Example example) {
        String error = isKnownToJava(example) ? error(example) : withoutJavac(example);

        assertThat(error).startsWith("[QC3001]");
        assertThat(error.lines().map(String::strip)).contains(example.refusal().reason());
        assertThat(help(error)).contains(example.says());
    }

    private String error(Example example) {
        assertThat(errors.get(name(example))).as(errors.toString()).hasSize(1);
        return errors.get(name(example)).get(0);
    }

    /** A method that this JDK lacks is one that only the compiler knows. */
    private String withoutJavac(Example example) {
        LambdaSource source = new LambdaSource(
                example.lambda(),
                LambdaSource.Kind.FILTER,
                RecordSchemas.of(run.type()).schema(),
                (name, span) -> Optional.empty());
        CompilationResult result = new QueryCompiler().compile(source);
        assertThat(result).isInstanceOf(CompilationResult.Rejected.class);
        List<Diagnostic> diagnostics = ((CompilationResult.Rejected) result).diagnostics();
        assertThat(diagnostics).hasSize(1);
        return diagnostics.get(0).render();
    }

    private static String help(String error) {
        return error.substring(error.indexOf("help: "));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRewriteGivesTheSameAnswer(Example example) {
        if (example.isRewritten()) {
            List<String> found = run.found(name(example) + "rewritten");
            assertThat(found).isNotEqualTo(run.all());
            if (isKnownToJava(example)) {
                assertThat(found).isEqualTo(run.matching(name(example)));
            }
        } else if (example.says().equals("DB.scan")) {
            assertThat(run.scanned(name(example)))
                    .isEqualTo(run.matching(name(example)).size());
        } else {
            assertThat(example.refusal()).isEqualTo(Refusal.CHANGE);
        }
    }
}
