package dev.quarry.query.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A filter gives in SQL the records for which it is true in the JVM; its negation those for which it is false. How many batches
 * of filters are tried is {@code jqwik.tries.default}, 5 unless given.
 */
class DifferentialTest {
    private static final Logger LOG = LoggerFactory.getLogger(DifferentialTest.class);
    private static final int BATCH = 60;
    private static final int BATCHES = 5;
    private static final int RECORDS = 90;
    private static final int CAPTURES = 4;
    private static final Coverage COVERAGE = new Coverage();

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void sqlAgreesWithTheJvmOnEveryRecord(@ForAll("batches") List<String> expressions, @ForAll long seed)
            throws IOException {
        Path directory = Files.createTempDirectory("differential");
        Pools pools = new Pools(seed);
        try (Database database = DB.inMemory()) {
            Datastore<Probe> plain = database.store("plain", Probe.class);
            Datastore<Probe> indexed = database.store(
                    "indexed",
                    Probe.class,
                    Options.index(Probe::i),
                    Options.index(Probe::s),
                    Options.index(Probe::ns),
                    Options.index(Probe::d),
                    Options.index(Probe::t),
                    Options.index(Probe::m, Probe::l));
            Map<String, Probe> probes = new TreeMap<>();
            for (int i = 0; i < RECORDS; i++) {
                probes.put(String.format("k%03d", i), pools.probe());
            }
            DB.setAll(plain, probes);
            DB.setAll(indexed, probes);
            FilterSources.Filters filters = FilterSources.compile(expressions, directory);
            for (int round = 0; round < CAPTURES; round++) {
                Captured captured = pools.captured();
                List<Filter<Probe>> compiled = filters.of(captured);
                for (int i = 0; i < compiled.size(); i++) {
                    compare(expressions.get(i), captured, compiled.get(i), plain, indexed, round == 0);
                }
            }
        } finally {
            delete(directory);
        }
    }

    private static void compare(
            String expression,
            Captured captured,
            Filter<Probe> filter,
            Datastore<Probe> plain,
            Datastore<Probe> indexed,
            boolean counted) {
        Set<String> yes = new TreeSet<>();
        Set<String> no = new TreeSet<>();
        DB.getAllWithKeys(plain).forEach((key, probe) -> {
            try {
                (filter.test(probe) ? yes : no).add(key);
            } catch (RuntimeException e) {
                assertThat(e).isInstanceOfAny(NullPointerException.class, ArithmeticException.class);
            }
        });
        String what = expression + "\nwith " + captured;
        assertThat(DB.queryWithKey(plain, filter).keySet()).as(what).isEqualTo(yes);
        assertThat(DB.queryWithKey(indexed, filter).keySet())
                .as("indexed: " + what)
                .isEqualTo(yes);
        assertThat(DB.queryWithKey(plain, filter.negate()).keySet())
                .as("false: " + what)
                .isEqualTo(no);
        assertThat(DB.queryCount(plain, filter)).as("count: " + what).isEqualTo(yes.size());
        if (counted) {
            COVERAGE.count(expression, !yes.isEmpty(), !no.isEmpty(), yes.size() + no.size() < RECORDS);
        }
    }

    @Provide
    Arbitrary<List<String>> batches() {
        return Grammar.booleans(3).list().ofSize(BATCH);
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void reportCoverage() {
        LOG.info("{}", COVERAGE);
    }

    /** A run that stopped early has failed already, and that failure says more than its coverage. */
    @AfterProperty
    void theRunCoveredTheLanguage() {
        if (COVERAGE.expressions() < BATCH * BATCHES) {
            return;
        }
        assertThat(COVERAGE.hits())
                .allSatisfy((operation, hits) ->
                        assertThat(hits).as("expressions with '%s'", operation).isPositive());
        assertThat(COVERAGE.shareWithBothOutcomes()).isGreaterThan(0.3);
        assertThat(COVERAGE.shareThatThrows()).isGreaterThan(0.1);
    }
}
