package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.laboratory.Bench.Depth;
import dev.quarry.query.testing.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A laboratory that finds nothing proves nothing: it is shown wrong plans, and must notice each. */
class PlantedFaultsTest {
    /** Chance that shows every fault; another start may need more draws for some. */
    private static final long START = 7;

    private static final int RECORDS = 70;
    private static final int DRAWS = 6;
    private static final int AT_RANDOM = 60;

    private static @Nullable Compilation compilation;
    private static @Nullable Bench bench;

    @BeforeAll
    static void compile() {
        Random random = new Random(START);
        List<Term> terms = new ArrayList<>();
        for (Fault fault : Faults.all()) {
            fault.expressions().forEach(expression -> terms.add(Term.leaf("boolean", expression)));
        }
        Generator generator = new Generator(random, Repertoire.EVERYTHING);
        for (int i = 0; i < AT_RANDOM; i++) {
            terms.add(generator.condition(2));
        }
        compilation = Compilation.of(terms);
        List<Specimen> specimens = new ArrayList<>(new Pools(random).specimens(RECORDS));
        // what a driver makes of half a surrogate pair
        specimens.add(Records.with(specimens.get(0), Specimen.class, Map.of("s", "?", "r", "?", "serial", -1L)));
        specimens.add(Records.with(
                specimens.get(1), Specimen.class, Map.of("d", 0.0, "e", -0.0, "bd", -0.0, "nd", 0.0, "serial", -2L)));
        // an odd long behind what a double has room for, and the double to which it is rounded
        specimens.add(Records.with(
                specimens.get(2),
                Specimen.class,
                Map.of("l", 9_007_199_254_740_993L, "d", 9_007_199_254_740_992.0, "serial", -3L)));
        // equal boxes behind what Java keeps as the same object
        specimens.add(Records.with(specimens.get(3), Specimen.class, Map.of("i", 1_000, "bi", 1_000, "serial", -4L)));
        bench = new Bench(specimens);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    static List<Fault> faults() {
        return Faults.all();
    }

    @Test
    void thereIsAFaultForEachOfTwentyTrapsAtLeast() {
        assertThat(Faults.all().stream().map(Fault::trap).distinct()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void theDocumentationListsThem() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "exactness.md"));

        assertThat(Faults.all())
                .allSatisfy(fault ->
                        assertThat(document).contains("| " + fault.trap() + " | ", " | " + fault.description() + " |"));
    }

    @Test
    void whatTheCompilerMakesHasNoFault() {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < compilation.terms().size(); i++) {
            all.add(i);
        }
        assertThat(compilation.refused()).isEmpty();
        assertThat(compilation.crashing()).isEmpty();
        assertThat(noticed(compilation.load(), all)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNoticed(Fault fault) {
        Compilation.Changed changed = compilation.load(Backend.SQLITE, fault.change());

        assertThat(changed.indexes()).as("plans that the fault changes").isNotEmpty();
        assertThat(noticed(changed.batch(), changed.indexes())).isPresent();
    }

    private static Optional<Disagreement> noticed(Batch batch, Set<Integer> indexes) {
        Pools pools = new Pools(new Random(START));
        for (int draw = 0; draw < DRAWS; draw++) {
            Captured drawn = pools.captured(bench.records());
            Captured captured = draw == 0
                    ? Records.with(drawn, Captured.class, Map.of("s0", "\ud83d", "s1", "\ude00", "d0", -0.0))
                    : drawn;
            for (int index : indexes) {
                Term term = compilation.terms().get(index);
                Trial trial = new Trial(term, batch.filter(index, captured, null), captured, null);
                Optional<Disagreement> found = bench.compare(trial, bench.inJava(trial), Depth.SETS);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
