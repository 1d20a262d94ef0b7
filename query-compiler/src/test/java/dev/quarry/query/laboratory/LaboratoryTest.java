package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.laboratory.Laboratory.Finding;
import dev.quarry.query.testing.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A filter gives in SQL the records for which it is true in the JVM, and its negation those for which it is false; a value
 * is the same to the last bit. {@code quarry.laboratory.expressions} says how many expressions are tried, and
 * {@code quarry.laboratory.start} where chance starts: at the same place each time, but for long runs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaboratoryTest {
    private static final Logger LOG = LoggerFactory.getLogger(LaboratoryTest.class);
    private static final int EXPRESSIONS = Integer.getInteger("quarry.laboratory.expressions", 2_100);
    /** A build does not fail for what it did not change, so only long runs begin anywhere. */
    private static final long START =
            Long.getLong("quarry.laboratory.start", EXPRESSIONS < 20_000 ? 2 : new Random().nextInt(1_000_000_000));
    /** From so many expressions on, chance must have tried everything often. */
    private static final int MANY = 20_000;

    private static final int ENOUGH = 2_000;
    private static final int ENOUGH_FOR_SHARES = 400;
    private static final double MOST_HAVE_A_FORM = 0.8;
    private static final Path TABLES = Path.of("target", "laboratory");

    @Test
    @Order(1)
    void whatWasMendedStaysMended() {
        List<Regression> regressions = RegressionFile.REPLAYED.read();
        Regression.Replay replay = Regression.compile(regressions);

        assertThat(regressions).isNotEmpty();
        assertThat(replay.compilation().refused()).isEmpty();
        assertThat(replay.compilation().crashing()).isEmpty();
        assertThat(replay.disagreements(Backend.SQLITE, plan -> plan)).isEmpty();
    }

    @Test
    @Order(1)
    void whatWasMendedStaysMendedOnPostgres() {
        List<Regression> regressions = RegressionFile.REPLAYED.read();

        assertThat(Regression.compile(regressions).disagreements(Backend.POSTGRESQL, plan -> plan))
                .isEmpty();
    }

    @Test
    @Order(2)
    void sqlAgreesWithTheJvmOnEveryExpressionAndEveryRecord() throws IOException {
        Coverage coverage = compare(Backend.SQLITE, EXPRESSIONS, Repertoire.EVERYTHING);
        write("coverage.md", coverage);

        assertCoverage(coverage);
        assertThat(coverage.shareWithForm()).isEqualTo(1);
        assertThat(coverage.refusals())
                .as("expressions that the compiler refused")
                .isEmpty();
        if (EXPRESSIONS >= ENOUGH) {
            assertThat(coverage.hits().keySet()).containsAll(Methods.ids());
            assertHits(coverage, coverage.hits().keySet());
        }
    }

    @Test
    @Order(3)
    void whatPostgresSaysOfThemAgreesToo() throws IOException {
        if (EXPRESSIONS < MANY) {
            Coverage coverage = compare(Backend.POSTGRESQL, EXPRESSIONS / 3, Repertoire.EVERYTHING);
            write("coverage-postgresql.md", coverage);
            assertCoverage(coverage);
            assertThat(coverage.shareWithForm()).isGreaterThan(MOST_HAVE_A_FORM);
            return;
        }
        Set<String> operations = EngineForms.of(Backend.POSTGRESQL, Generator.OPERATIONS);
        Coverage coverage = compare(Backend.POSTGRESQL, EXPRESSIONS, Repertoire.of(operations));
        write("coverage-postgresql.md", coverage);

        assertCoverage(coverage);
        assertHits(coverage, operations);
    }

    private static void write(String file, Coverage coverage) throws IOException {
        Files.createDirectories(TABLES);
        Files.writeString(TABLES.resolve(file), CoverageTable.of(coverage, START));
    }

    private static Coverage compare(Backend backend, int expressions, Repertoire operations) {
        LOG.info("{} expressions; -Dquarry.laboratory.start={} makes the same ones again", expressions, START);
        Coverage coverage = new Coverage();
        Laboratory laboratory = new Laboratory(backend, START, coverage, RegressionFile.REPLAYED).of(operations);
        List<Finding> found = new ArrayList<>();
        int batches = (expressions + Laboratory.BATCH - 1) / Laboratory.BATCH;
        int parts = Environment.ALL.size();
        for (int i = 0; i < parts; i++) {
            int first = batches * i / parts;
            int end = batches * (i + 1) / parts;
            Environment.ALL.get(i).run(() -> found.addAll(laboratory.run(first, end - first)));
        }
        LOG.info("{}: {}", backend, coverage);

        assertThat(found.stream().map(Finding::report)).as("start %d", START).isEmpty();
        return coverage;
    }

    /** What must hold on either engine of what came out. */
    private static void assertCoverage(Coverage coverage) {
        assertThat(coverage.shareSetAside())
                .as("expressions that were not tried: %s", coverage.setAside())
                .isLessThan(0.005);
        if (coverage.expressions() < ENOUGH_FOR_SHARES) {
            return;
        }
        assertThat(coverage.shareWithBothOutcomes()).isGreaterThan(0.3);
        assertThat(coverage.shareThatThrows()).isGreaterThan(0.15);
        assertThat(coverage.shareOfInvalidTexts()).isLessThan(0.01);
    }

    private static void assertHits(Coverage coverage, Set<String> operations) {
        int wanted = EXPRESSIONS < MANY ? 1 : 20;
        Map<String, Integer> hits = coverage.hits();
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(hits.get(operation)).as(operation).isGreaterThanOrEqualTo(wanted));
    }
}
