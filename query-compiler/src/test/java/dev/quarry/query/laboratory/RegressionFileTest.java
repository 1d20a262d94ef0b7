package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.EnginePlan;
import dev.quarry.query.laboratory.Laboratory.Finding;
import dev.quarry.query.testing.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        List<Finding> findings = run(backend, file, fault);

        assertThat(findings).first().extracting(Finding::report).asString().contains("was added to " + path);
        assertThat(Files.readAllLines(path))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .noneMatch(file::add);
        Regression.Replay replay = Regression.compile(file.read());
        assertThat(replay.disagreements(backend, fault)).isNotEmpty();
        assertThat(replay.disagreements(backend, plan -> plan)).isEmpty();
    }

    @Test
    void aRunThatFindsNothingAddsNothing() {
        Path path = directory.resolve("kept.jsonl");

        assertThat(run(Backend.SQLITE, new RegressionFile(path), plan -> plan)).isEmpty();
        assertThat(path).doesNotExist();
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

    private static List<Finding> run(Backend backend, RegressionFile file, UnaryOperator<EnginePlan> change) {
        return new Laboratory(backend, 2, new Coverage(), file, change).run(0, 1);
    }
}
