package dev.quarry.query.endtoend;

import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderByDescending;
import static dev.quarry.Options.strict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.error.FilterMisjudged;
import dev.quarry.error.InvalidOption;
import dev.quarry.query.testing.Backend;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class StrictQueriesTest {
    private final Backend backend;
    private final Database database;
    private final Datastore<Shelf> shelves;

    StrictQueriesTest(Backend backend) {
        this.backend = backend;
        this.database = backend.open();
        this.shelves = database.store("shelves", Shelf.class);
    }

    record Shelf(String name, int books, @Nullable Integer rank, List<String> labels) {}

    @BeforeEach
    void fill() {
        DB.setAll(
                shelves,
                Map.of(
                        "k1", new Shelf("a", 2, 1, List.of("old")),
                        "k2", new Shelf("b", 0, null, List.of()),
                        "k3", new Shelf("c", 0, 3, List.of("x", "y")),
                        "k4", new Shelf("d", 5, 4, List.of("new"))));
    }

    @AfterEach
    void close() {
        backend.close(database);
    }

    @Test
    void aDivisionByZeroIsThrown() {
        Filter<Shelf> filter = s -> 10 / s.books() > 2;

        assertThat(DB.query(shelves, filter)).hasSize(1);
        assertThatThrownBy(() -> DB.query(shelves, filter, strict()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("/ by zero");
    }

    @Test
    void anElementThatIsNotThereIsThrown() {
        assertThatThrownBy(() -> DB.query(shelves, s -> s.labels().get(0).equals("old"), strict()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> DB.query(shelves, s -> s.name().charAt(2) == 'x', strict()))
                .isInstanceOf(StringIndexOutOfBoundsException.class);
    }

    @Test
    void aCapturedNullIsThrownWhereTheLambdaComesToIt() {
        Integer missing = unknown();

        assertThat(DB.query(shelves, s -> s.books() > 100 && s.books() > missing, strict()))
                .isEmpty();
        assertThatThrownBy(() -> DB.query(shelves, s -> s.books() > missing, strict()))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void theMessageIsTheLambdasOwn() {
        Integer missing = unknown();

        assertThatThrownBy(() -> DB.query(
                        shelves, s -> s.books() > Objects.requireNonNull(missing, "none of " + s.name()), strict()))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("none of ");
    }

    private static @Nullable Integer unknown() {
        return null;
    }

    @Test
    void theFirstRecordInKeyOrderThrowsWhateverTheOrderOfTheQuery() {
        Filter<Shelf> filter = s -> s.labels().get(s.books()).isEmpty();

        assertThatThrownBy(() -> DB.query(shelves, filter, strict(), orderByDescending(Shelf::name), limit(1)))
                .hasMessageContaining("Index 2");
    }

    @Test
    void aFilterThatThrowsForNoRecordGivesWhatItGivesWithoutTheOption() {
        Filter<Shelf> guarded = s -> s.books() != 0 && 10 / s.books() > 2;

        assertThat(DB.query(shelves, guarded, strict())).isEqualTo(DB.query(shelves, guarded));
        assertThat(DB.queryWithKey(shelves, guarded, strict())).containsOnlyKeys("k1");
        assertThat(DB.queryCount(shelves, guarded, strict())).isEqualTo(1);
        assertThat(DB.page(shelves, guarded, strict(), limit(3)).items()).hasSize(1);
    }

    @Test
    void everyVerbWithAFilterThrows() {
        Filter<Shelf> filter = s -> 10 / s.books() > 2;

        for (Runnable verb : List.<Runnable>of(
                () -> DB.query(shelves, filter, strict()),
                () -> DB.queryWithKey(shelves, filter, strict()),
                () -> DB.queryFirst(shelves, filter, strict()),
                () -> DB.queryOne(shelves, filter, strict()),
                () -> DB.queryOneWithKey(shelves, filter, strict()),
                () -> DB.queryCount(shelves, filter, strict()),
                () -> DB.exists(shelves, filter, strict()),
                () -> DB.page(shelves, filter, strict()))) {
            assertThatThrownBy(verb::run).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void joinedFiltersThrowAsTheirPartsDo() {
        Filter<Shelf> named = s -> s.name().equals("a");
        Filter<Shelf> divided = s -> 10 / s.books() > 2;

        assertThat(DB.query(shelves, named.and(divided), strict())).hasSize(1);
        assertThatThrownBy(() -> DB.query(shelves, divided.and(named), strict()))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DB.query(shelves, divided.negate(), strict())).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DB.query(shelves, named.or(divided), strict()))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aFileIsAskedInOneSnapshot(@TempDir Path directory) {
        try (Database file = DB.open(directory.resolve("shelves.db").toString())) {
            Datastore<Shelf> stored = file.store("shelves", Shelf.class);
            DB.set(stored, "k", new Shelf("a", 0, null, List.of()));

            assertThatThrownBy(() -> DB.query(stored, s -> 10 / s.books() > 2, strict()))
                    .isInstanceOf(ArithmeticException.class);
            DB.set(stored, "k", new Shelf("a", 1, null, List.of()));
            assertThat(DB.query(stored, s -> 10 / s.books() > 2, strict())).hasSize(1);
        }
    }

    /** Whatever makes the SQL and the JVM differ stands for a mistake: here a list that throws the first time it is asked. */
    @Test
    void aFilterThatDoesNotThrowInTheJvmIsAMistakeThatIsSaid() {
        List<String> moody = new Moody();

        assertThatExceptionOfType(FilterMisjudged.class)
                .isThrownBy(() -> DB.query(shelves, s -> s.books() > moody.size(), strict()))
                .satisfies(e -> {
                    assertThat(e.store()).isEqualTo("shelves");
                    assertThat(e.key()).isEqualTo("k1");
                    assertThat(e.filter()).contains("s -> s.books() > moody.size()");
                    assertThat(e.outcome()).isTrue();
                });
    }

    private static final class Moody extends AbstractList<String> {
        private int asked;

        @Override
        public String get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            asked++;
            if (asked == 1) {
                throw new IllegalStateException("not now");
            }
            return 0;
        }
    }

    @Test
    void onceIsEnough() {
        assertThatThrownBy(() -> DB.query(shelves, s -> s.books() > 1, strict(), strict()))
                .isInstanceOf(InvalidOption.class);
    }
}
