package dev.quarry.query.endtoend;

import static dev.quarry.Options.after;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.orderByDescending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Field;
import dev.quarry.Filter;
import dev.quarry.error.FilterNotCompiled;
import dev.quarry.error.InvalidField;
import dev.quarry.error.InvalidOption;
import dev.quarry.error.InvalidText;
import dev.quarry.query.testing.Backend;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class QueryVerbsTest {
    private final Backend backend;
    private final Database database;
    private final Datastore<Person> people;

    QueryVerbsTest(Backend backend) {
        this.backend = backend;
        this.database = backend.open();
        this.people = database.store("people", Person.class);
    }

    @BeforeEach
    void fill() {
        DB.setAll(
                people,
                Map.of(
                        "k3", Person.of("Eve", 30),
                        "k1", Person.of("Ada", 36),
                        "k2", Person.of("Edsger", 72),
                        "k4", Person.of("Alan", 41)));
    }

    @AfterEach
    void close() {
        backend.close(database);
    }

    @Test
    void queryGivesTheRecordsForWhichTheLambdaIsTrue() {
        int least = 35;

        assertThat(DB.query(people, p -> p.age() >= least && p.name().startsWith("A")))
                .extracting(Person::name)
                .containsExactlyInAnyOrder("Ada", "Alan");
    }

    @Test
    void queryWithKeyGivesTheirKeys() {
        assertThat(DB.queryWithKey(people, p -> p.age() > 40, orderBy(Person::age)))
                .containsOnlyKeys("k4", "k2")
                .extractingByKey("k2")
                .isEqualTo(Person.of("Edsger", 72));
    }

    @Test
    void queryOneGivesNothingForNoneAndForSeveral() {
        assertThat(DB.queryOne(people, p -> p.age() == 30)).contains(Person.of("Eve", 30));
        assertThat(DB.queryOne(people, p -> p.age() == 31)).isEmpty();
        assertThat(DB.queryOne(people, p -> p.age() > 31)).isEmpty();
        assertThat(DB.queryOneWithKey(people, p -> p.age() == 30)).contains(Map.entry("k3", Person.of("Eve", 30)));
        assertThat(DB.queryOneWithKey(people, p -> p.age() > 31)).isEmpty();
    }

    @Test
    void queryFirstGivesTheFirstInTheOrderAskedForElseByKey() {
        assertThat(DB.queryFirst(people, p -> p.age() > 31)).contains(Person.of("Ada", 36));
        assertThat(DB.queryFirst(people, p -> p.age() > 31, orderByDescending(Person::age)))
                .contains(Person.of("Edsger", 72));
        assertThat(DB.queryFirst(people, p -> p.age() > 100)).isEmpty();
    }

    @Test
    void queryCountAndExistsCount() {
        assertThat(DB.queryCount(people, p -> p.name().startsWith("E"))).isEqualTo(2);
        assertThat(DB.exists(people, p -> p.age() == 72)).isTrue();
        assertThat(DB.exists(people, p -> p.age() == 73)).isFalse();
    }

    @Test
    void aLimitImpliesKeyOrder() {
        assertThat(DB.query(people, p -> p.age() > 0, limit(3)))
                .extracting(Person::name)
                .containsExactly("Ada", "Edsger", "Eve");
        assertThat(DB.query(people, p -> p.age() > 0, limit(0))).isEmpty();
    }

    @Test
    void filtersJoinAsBooleansDo() {
        Filter<Person> old = p -> p.age() > 40;
        Filter<Person> e = p -> p.name().startsWith("E");

        assertThat(names(old.and(e))).containsExactly("Edsger");
        assertThat(names(old.or(e))).containsExactly("Alan", "Edsger", "Eve");
        assertThat(names(old.negate())).containsExactly("Ada", "Eve");
        assertThat(names(Filter.not(old).and(Filter.not(e)))).containsExactly("Ada");
        assertThat(names(Filter.<Person>of(p -> p.age() > 40).and(p -> p.age() < 50)))
                .containsExactly("Alan");
    }

    @Test
    void aRecordOnWhichTheLambdaThrowsIsInNeitherAnswer() {
        DB.set(people, "k5", Person.of("Zero", 0));
        Filter<Person> dividing = p -> 100 / p.age() > 1;

        assertThat(names(dividing)).containsExactly("Ada", "Alan", "Eve");
        assertThat(names(dividing.negate())).containsExactly("Edsger");
        Filter<Person> always = p -> p.age() >= 0;
        assertThat(names(dividing.or(always))).doesNotContain("Zero");
        assertThat(names(always.or(dividing))).contains("Zero");
    }

    @Test
    void aCapturedNullFoldsTheConditionAway() {
        for (String name : new String[] {null, "Ada"}) {
            Filter<Person> filter = p -> name == null || p.name().equals(name);
            assertThat(DB.query(people, filter)).hasSize(name == null ? 4 : 1);
            assertThat(DB.explain(people, filter).sql().contains("\"name\" =")).isEqualTo(name != null);
        }
    }

    /** Found by random filters: what the other operand decides does not keep this one from throwing. */
    @Test
    @SuppressWarnings("NullAway")
    void aCapturedNullThrowsNextToWhateverElseIsCaptured() {
        String part = null;
        double notANumber = Double.NaN;
        String lone = "\ud83d";

        List<Filter<Person>> filters = List.of(
                p -> notANumber > p.name().indexOf(part),
                p -> p.name().concat(part).equals(lone),
                p -> p.name().concat(part).equals(part));

        for (Filter<Person> filter : filters) {
            assertThat(DB.query(people, filter)).isEmpty();
            assertThat(DB.query(people, filter.negate())).isEmpty();
        }
    }

    @Test
    void methodReferencesAndAccessorsOfNestedRecordsAreFields() {
        assertThat(DB.query(people, p -> p.age() > 0, orderBy(p -> p.home().city()), limit(1)))
                .hasSize(1);
        assertThat(DB.query(people, p -> p.age() > 0, orderBy(Person::name)))
                .extracting(Person::name)
                .isSorted();
    }

    @Test
    void scanRunsAnyPredicateInTheProgram() {
        Predicate<Person> upper = p -> p.name().toUpperCase(Locale.ROOT).equals("ADA");

        assertThat(DB.scan(people, upper)).containsExactly(Person.of("Ada", 36));
    }

    @Test
    void aFilterThatIsNoLambdaIsRefused() {
        Filter<Person> written = new Filter<>() {
            @Override
            public boolean test(Person person) {
                return true;
            }
        };

        assertThatThrownBy(() -> DB.query(people, written))
                .isInstanceOf(FilterNotCompiled.class)
                .hasMessageContaining("is not a lambda")
                .hasMessageContaining("DB.scan");
    }

    @Test
    void aFieldThatIsNoComponentIsRefused() {
        assertThatThrownBy(() -> DB.query(people, p -> p.age() > 0, orderBy(new Constant())))
                .isInstanceOfAny(FilterNotCompiled.class, InvalidField.class);
    }

    private static final class Constant implements Field<Person, String> {
        @Override
        public String get(Person person) {
            return "";
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> DB.query(people, p -> p.age() > 0, limit(1), limit(2)))
                .isInstanceOf(InvalidOption.class);
        assertThatThrownBy(() -> DB.query(people, p -> p.age() > 0, orderBy(Person::age), orderBy(Person::name)))
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("thenBy");
        assertThatThrownBy(() -> DB.query(people, p -> p.age() > 0, after("x")))
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("DB.page");
        assertThatThrownBy(() -> DB.query(people, p -> p.age() > 0, orderBy(Person::tags)))
                .isInstanceOf(InvalidOption.class)
                .hasMessageContaining("List<String>");
    }

    @Test
    void capturedValuesThatNoStoreHoldsAreAnsweredOrRefusedNeverGuessed() {
        String lone = "\ud83d";
        assertThat(DB.query(people, p -> p.name().equals(lone))).isEmpty();
        assertThatThrownBy(() -> DB.query(people, p -> p.name().contains(lone))).isInstanceOf(InvalidText.class);
    }

    /** What a text has instead where it cannot hold half of a pair. */
    @Test
    void literalsThatNoStoreHoldsAreNotTakenForOthers() {
        DB.set(people, "?", Person.of("?", 1));

        assertThat(names(p -> p.name().equals("\ud83d"))).isEmpty();
        assertThat(names(p -> switch (p.name()) {
                    case "\ud83d" -> true;
                    default -> false;
                }))
                .isEmpty();
        assertThat(names(p -> p.name().equals("?"))).containsExactly("?");
        assertThatThrownBy(() -> DB.query(people, p -> p.name().contains("\ud83d")))
                .isInstanceOf(InvalidText.class);
        assertThatThrownBy(() -> DB.query(people, p -> p.name().compareTo("\ud83d") < 0))
                .isInstanceOf(InvalidText.class);
    }

    private List<String> names(Filter<Person> filter) {
        return DB.query(people, filter).stream().map(Person::name).sorted().toList();
    }
}
