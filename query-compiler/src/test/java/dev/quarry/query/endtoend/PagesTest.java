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
import dev.quarry.Filter;
import dev.quarry.Ordering;
import dev.quarry.Page;
import dev.quarry.error.InvalidCursor;
import dev.quarry.error.InvalidOption;
import dev.quarry.query.endtoend.Person.Level;
import dev.quarry.query.testing.Backend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PagesTest {
    private static final Filter<Person> ADULTS = p -> p.age() >= 1;

    @Property(tries = 150)
    void thePagesOneBehindTheOtherAreTheWholeQuery(
            @ForAll("people") List<Person> persons,
            @ForAll("orderings") Ordering<Person> ordering,
            @ForAll @IntRange(min = 1, max = 7) int size) {
        onEachEngine(database -> {
            Datastore<Person> people = database.store("people", Person.class);
            Map<String, Person> byKey = new HashMap<>();
            for (int i = 0; i < persons.size(); i++) {
                byKey.put(String.format("k%02d", i), persons.get(i));
            }
            DB.setAll(people, byKey);
            List<Person> whole = DB.query(people, ADULTS, ordering);

            List<Person> paged = new ArrayList<>();
            Page<Person> page = DB.page(people, ADULTS, ordering, limit(size));
            paged.addAll(page.items());
            while (page.next().isPresent()) {
                assertThat(page.items()).hasSize(size);
                page = DB.page(
                        people, ADULTS, ordering, limit(size), after(page.next().get()));
                assertThat(page.items()).isNotEmpty();
                paged.addAll(page.items());
            }

            assertThat(paged).isEqualTo(whole);
        });
    }

    private static void onEachEngine(Consumer<Database> check) {
        for (Backend backend : Backend.values()) {
            Database database = backend.open();
            try {
                check.accept(database);
            } catch (AssertionError e) {
                throw new AssertionError("on " + backend + ": " + e.getMessage(), e);
            } finally {
                backend.close(database);
            }
        }
    }

    @Provide
    Arbitrary<List<Person>> people() {
        Arbitrary<Person> person = Combinators.combine(
                        Arbitraries.of("a", "b", "B", "", "\ud83d\ude00"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-1, 1).injectNull(0.4),
                        Arbitraries.of(0.0, -0.0, 1.5, Double.NaN, Double.NEGATIVE_INFINITY),
                        Arbitraries.of(Instant.MIN, Instant.EPOCH, Instant.ofEpochSecond(0, 1))
                                .injectNull(0.4),
                        Arbitraries.of(Level.values()))
                .as((name, age, score, height, seen, level) ->
                        new Person(name, age, score, height, seen, level, List.of(), new Person.Address("", null)));
        return person.list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<Ordering<Person>> orderings() {
        return Arbitraries.of(Arrays.asList(
                orderBy(Person::name),
                orderBy(Person::score),
                orderByDescending(Person::score),
                orderByDescending(Person::seen).thenBy(Person::name),
                orderBy(Person::height).thenByDescending(Person::score),
                orderByDescending(Person::height),
                orderBy(Person::level).thenByDescending(Person::seen),
                orderByDescending(Person::level).thenBy(Person::score).thenByDescending(Person::name)));
    }

    @Example
    void withoutAnOrderingPagesAreInKeyOrder() {
        onEachEngine(database -> {
            Datastore<Person> people = database.store("people", Person.class);
            for (String key : List.of("c", "a", "b")) {
                DB.set(people, key, Person.of(key, 1));
            }
            Page<Person> first = DB.page(people, ADULTS, limit(2));
            Page<Person> second =
                    DB.page(people, ADULTS, limit(2), after(first.next().orElseThrow()));

            assertThat(first.items()).extracting(Person::name).containsExactly("a", "b");
            assertThat(second.items()).extracting(Person::name).containsExactly("c");
            assertThat(second.next()).isEqualTo(Optional.empty());
        });
    }

    @Example
    void recordsWrittenBetweenPagesMakeNothingAppearTwiceOrBeSkipped() {
        onEachEngine(database -> {
            Datastore<Person> people = database.store("people", Person.class);
            for (String key : List.of("b", "d", "f")) {
                DB.set(people, key, Person.of(key, 1));
            }
            Page<Person> first = DB.page(people, ADULTS, limit(2));
            DB.delete(people, "d");
            DB.set(people, "a", Person.of("a", 1));
            DB.set(people, "e", Person.of("e", 1));

            assertThat(DB.page(people, ADULTS, limit(9), after(first.next().orElseThrow()))
                            .items())
                    .extracting(Person::name)
                    .containsExactly("e", "f");
        });
    }

    @Example
    void aCursorThatIsNotOfThisPageIsRefused() {
        onEachEngine(database -> {
            Datastore<Person> people = database.store("people", Person.class);
            Datastore<Person> others = database.store("others", Person.class);
            for (String key : List.of("a", "b")) {
                DB.set(people, key, Person.of(key, 1));
            }
            String cursor = DB.page(people, ADULTS, limit(1)).next().orElseThrow();

            assertThatThrownBy(() -> DB.page(others, ADULTS, after(cursor)))
                    .isInstanceOf(InvalidCursor.class)
                    .hasMessageContaining("'people'");
            assertThatThrownBy(() -> DB.page(people, ADULTS, orderBy(Person::age), after(cursor)))
                    .isInstanceOf(InvalidCursor.class)
                    .hasMessageContaining("another order");
            for (String damaged : List.of("", "x", "%%%", "e30", cursor.substring(3), "bnVsbA")) {
                assertThatThrownBy(() -> DB.page(people, ADULTS, after(damaged)))
                        .as(damaged)
                        .isInstanceOf(InvalidCursor.class);
            }
            assertThatThrownBy(() -> DB.page(people, ADULTS, limit(0))).isInstanceOf(InvalidOption.class);
        });
    }
}
