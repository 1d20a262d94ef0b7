package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.laboratory.Bench.Depth;
import dev.quarry.query.testing.Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found large is reported small. */
class ShrinkingTest {
    private static final int DRAWS = 20;

    @TempDir
    private Path directory;

    @Test
    void aFaultInsideALargeExpressionIsReportedByItself() {
        Fault fault = Faults.all().stream()
                .filter(known -> known.trap() == 3)
                .findFirst()
                .orElseThrow();
        Disagreement found = found(fault, large());

        Disagreement small = new Shrinking(Backend.SQLITE, fault.change()).smallest(found);

        assertThat(small.trial().term().source()).contains(" / ").hasSizeLessThan(40);
        assertThat(small.records()).hasSize(1);
        assertThat(Report.of(Backend.SQLITE, small, new RegressionFile(directory.resolve("kept.jsonl"))))
                .contains("expression: p -> ")
                .contains("captured: ")
                .contains("record: ")
                .contains("select ")
                .contains("was added to " + directory.resolve("kept.jsonl"))
                .contains("{\"sort\":\"boolean\"");
    }

    @Test
    void aLineOfTheReportShowsTheDisagreementAgain() {
        Fault fault = Faults.all().stream()
                .filter(known -> known.trap() == 17)
                .findFirst()
                .orElseThrow();
        Term term = Term.leaf("boolean", "p.s().length() == p.r().length()");
        Disagreement small = new Shrinking(Backend.SQLITE, fault.change()).smallest(found(fault, term));

        List<Regression> regressions = Regression.read(Report.line(small));
        Regression.Replay replay = Regression.compile(regressions);

        assertThat(replay.disagreements(Backend.SQLITE, fault.change())).hasSize(1);
        assertThat(replay.disagreements(Backend.SQLITE, plan -> plan)).isEmpty();
    }

    /** {@code (p.b() || p.q()) && ((p.d() / p.e()) > d0 && p.s().isEmpty() || p.i() > i0)}, taken apart. */
    private static Term large() {
        Term quotient = new Term(
                "double", "({0} / {1})", List.of(Term.leaf("double", "p.d()"), Term.leaf("double", "p.e()")), "/");
        Term test = new Term("boolean", "({0} > {1})", List.of(quotient, Term.leaf("double", "d0")), ">");
        Term blank = new Term("boolean", "{0}.isBlank()", List.of(Term.leaf("String", "p.s()")), "isBlank");
        Term either = new Term("boolean", "({0} || {1})", List.of(test, blank), "||");
        Term flags = new Term(
                "boolean", "({0} || {1})", List.of(Term.leaf("boolean", "p.b()"), Term.leaf("boolean", "p.q()")), "||");
        return new Term("boolean", "({0} && !({1}))", List.of(flags, either), "&&");
    }

    private static Disagreement found(Fault fault, Term term) {
        Random random = new Random(1);
        Pools pools = new Pools(random);
        Batch batch = Compilation.of(List.of(term))
                .load(Backend.SQLITE, fault.change())
                .batch();
        try (Bench bench = new Bench(pools.specimens(400))) {
            for (int i = 0; i < DRAWS; i++) {
                Captured captured = pools.captured(bench.records());
                Trial trial = new Trial(term, batch.filter(0, captured, null), captured, null);
                Optional<Disagreement> found = bench.compare(trial, bench.inJava(trial), Depth.SETS);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            throw new AssertionError("not noticed: " + fault);
        }
    }
}
