package dev.quarry.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

final class BenchmarksTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyBenchmarkRunsOnBothSides(Engine engine) throws RunnerException {
        Options once = new OptionsBuilder()
                .include(PointAndQueryBenchmark.class.getName())
                .param("rows", "200")
                .param("engine", engine.name())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(5))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        List<Comparison> compared = Comparison.of(new Runner(once).run());

        assertThat(compared)
                .extracting(Comparison::operation)
                .containsExactlyInAnyOrder(
                        "get", "set", "add", "setBoth", "setAll", "inCountry", "largest", "twoPages", "count");
        assertThat(compared).allSatisfy(comparison -> {
            assertThat(comparison.engine()).isEqualTo(engine.name());
            assertThat(comparison.rows()).isEqualTo("200");
            assertThat(comparison.jdbc().micros()).isPositive();
            assertThat(comparison.quarry().micros()).isPositive();
        });
    }

    @Test
    void theRatioHasTheErrorsOfBothTimes() {
        Comparison comparison =
                new Comparison("SQLITE", "get", "20000", new Comparison.Time(10, 0.3), new Comparison.Time(12, 0.48));

        assertThat(comparison.ratio()).isCloseTo(1.2, within(1e-9));
        assertThat(comparison.error()).isCloseTo(1.2 * 0.05, within(1e-9));
    }

    @Test
    void theTableHasOneLineForEachOperation() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RatioTable(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .print(List.of(new Comparison(
                        "SQLITE", "get", "20000", new Comparison.Time(10, 0.3), new Comparison.Time(12, 0.48))));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .endsWith("| SQLITE | get | 20000 | 10.0 ± 0.3 | 12.0 ± 0.5 | 1.20 ± 0.06 |\n");
    }
}
