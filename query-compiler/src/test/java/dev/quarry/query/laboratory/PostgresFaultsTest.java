package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.laboratory.Bench.Depth;
import dev.quarry.query.testing.Backend;
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

/** The laboratory on PostgreSQL is shown plans that are wrong for it, and must notice each. */
class PostgresFaultsTest {
    private static final long START = 7;
    private static final int RECORDS = 70;
    private static final int DRAWS = 6;

    private static @Nullable Compilation compilation;
    private static @Nullable Bench bench;

    @BeforeAll
    static void compile() {
        List<Term> terms = new ArrayList<>();
        for (Fault fault : PostgresFaults.all()) {
            fault.expressions().forEach(expression -> terms.add(Term.leaf("boolean", expression)));
        }
        compilation = Compilation.of(terms);
        List<Specimen> specimens = new ArrayList<>(new Pools(new Random(START)).specimens(RECORDS));
        specimens.add(Records.with(
                specimens.get(0), Specimen.class, Map.of("d", 4.9e-324, "e", 0.1, "bd", -0.0, "nd", 0.0, "i", -1)));
        bench = new Bench(Backend.POSTGRESQL, specimens);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    static List<Fault> faults() {
        return PostgresFaults.all();
    }

    @Test
    void whatTheCompilerMakesHasNoFault() {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < compilation.terms().size(); i++) {
            all.add(i);
        }
        assertThat(compilation.refused()).isEmpty();
        assertThat(noticed(compilation.load(), all)).isEmpty();
        assertThat(bench.withoutForm()).isZero();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNoticed(Fault fault) {
        Compilation.Changed changed = compilation.load(Backend.POSTGRESQL, fault.change());

        assertThat(changed.indexes()).as("plans that the fault changes").isNotEmpty();
        assertThat(noticed(changed.batch(), changed.indexes())).isPresent();
    }

    private static Optional<Disagreement> noticed(Batch batch, Set<Integer> indexes) {
        Pools pools = new Pools(new Random(START));
        for (int draw = 0; draw < DRAWS; draw++) {
            Captured drawn = pools.captured(bench.records());
            Captured captured = draw == 0
                    ? Records.with(drawn, Captured.class, Map.of("s0", "\uffff", "s1", "\ud800\udc00", "d0", -0.0))
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
