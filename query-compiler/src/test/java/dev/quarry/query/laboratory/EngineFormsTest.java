package dev.quarry.query.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.query.catalog.Row;
import dev.quarry.query.testing.Backend;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an engine has a form of is what the documentation says of it, so that coverage is asked of the right operations. */
class EngineFormsTest {
    @Test
    void sqliteHasAFormOfEveryOperation() {
        Set<String> all =
                Generator.OPERATIONS.stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new));

        assertThat(EngineForms.of(Backend.SQLITE, Generator.OPERATIONS)).isEqualTo(all);
    }

    @Test
    void postgresHasAFormOfTheMethodsThatTheTablesSayItHas() {
        Set<String> documented = Methods.ids().stream()
                .filter(id ->
                        Methods.row(id).filter(EngineFormsTest::isOnPostgres).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(EngineForms.of(Backend.POSTGRESQL, Methods.all())).isEqualTo(documented);
    }

    @Test
    void expressionsOfWhatHasAFormHaveOneAlmostAlways() {
        Set<String> ids = EngineForms.of(Backend.POSTGRESQL, Generator.OPERATIONS);
        Coverage coverage = new Coverage();
        Laboratory laboratory =
                new Laboratory(Backend.POSTGRESQL, 3, coverage, RegressionFile.REPLAYED).of(Repertoire.of(ids));

        assertThat(laboratory.run(0, 2)).isEmpty();
        assertThat(coverage.refusals()).isEmpty();
        assertThat(coverage.shareWithForm()).isGreaterThan(0.95);
        assertThat(coverage.hits().entrySet().stream()
                        .filter(hit -> hit.getValue() > 0)
                        .map(Map.Entry::getKey))
                .isSubsetOf(ids);
    }

    private static boolean isOnPostgres(Row row) {
        return row.isExactOn(Backend.POSTGRESQL.engine());
    }
}
