package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.EnginePlan;
import dev.quarry.query.testing.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failing run finds is replayed by the next one. */
class RegressionFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aFailingRunAddsWhatItFoundAndItShowsAgain(Backend backend) throws IOException {
        Path path = directory.resolve("kept.jsonl");
        RegressionFile file = new RegressionFile(path);
        UnaryOperator<EnginePlan> fault = PlanChange.sql(text -> text.replace(" + ", " - "));

        Laboratory laboratory = new Laboratory(backend, 2, new Coverage(), file, fault);
        Disagreement found = found(backend, fault);

        assertThat(laboratory.kept(found).report()).contains("was added to " + path);
        assertThat(Files.readAllLines(path)).hasSize(1).noneMatch(file::add);
        Regression.Replay replay = Regression.compile(file.read());
        assertThat(replay.disagreements(backend, fault)).isNotEmpty();
        assertThat(replay.disagreements(backend, plan -> plan)).isEmpty();
    }

    @Test
    void aLineStandsAlone() throws IOException {
        Path path = directory.resolve("kept.jsonl");
        Files.writeString(path, "# no end of line");
        RegressionFile file = new RegressionFile(path);

        assertThat(file.add("{}")).isTrue();
        assertThat(file.add("{}")).isFalse();
        assertThat(path).hasContent("# no end of line\n{}\n");
    }

    private static Disagreement found(Backend backend, UnaryOperator<EnginePlan> change) {
        Term sum =
                new Term("int", "({0} + {1})", List.of(Term.leaf("int", "p.i()"), Term.leaf("int", "p.j()")), "int +");
        Term term = new Term("boolean", "({0} > {1})", List.of(sum, Term.leaf("int", "i0")), "int >");
        Pools pools = new Pools(new Random(1));
        Batch batch = Compilation.of(List.of(term)).load(backend, change).batch();
        try (Bench bench = new Bench(backend, pools.specimens(40))) {
            Captured captured = Simplest.CAPTURED;
            Trial trial = new Trial(term, batch.filter(0, captured, null), captured, null);
            return bench.compare(trial, bench.inJava(trial), Bench.Depth.SETS).orElseThrow();
        }
    }
}
