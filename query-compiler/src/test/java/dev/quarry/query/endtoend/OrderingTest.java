package dev.quarry.query.endtoend;

import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.orderByDescending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Ordering;
import dev.quarry.query.endtoend.Person.Level;
import dev.quarry.query.testing.Backend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class OrderingTest {
    private final Backend backend;
    private final Database database;
    private final Datastore<Person> people;

    OrderingTest(Backend backend) {
        this.backend = backend;
        this.database = backend.open();
        this.people = database.store("people", Person.class);
    }

    @AfterEach
    void close() {
        backend.close(database);
    }

    @Test
    void nullComesBeforeEveryValueOrBehindAllOfThem() {
        DB.setAll(
                people,
                Map.of(
                        "a", Person.of("a", 1).withScore(5),
                        "b", Person.of("b", 1).withScore(null),
                        "c", Person.of("c", 1).withScore(-5)));

        assertThat(order(orderBy(Person::score))).containsExactly("b", "c", "a");
        assertThat(order(orderByDescending(Person::score))).containsExactly("a", "c", "b");
    }

    @Test
    void doublesAreInTheOrderOfDoubleCompare() {
        DB.setAll(
                people,
                Map.of(
                        "a", Person.of("nan", 1).withHeight(Double.NaN),
                        "b", Person.of("max", 1).withHeight(Double.POSITIVE_INFINITY),
                        "c", Person.of("min", 1).withHeight(Double.NEGATIVE_INFINITY),
                        "d", Person.of("one", 1).withHeight(1)));

        assertThat(order(orderBy(Person::height))).containsExactly("min", "one", "max", "nan");
        assertThat(order(orderByDescending(Person::height))).containsExactly("nan", "max", "one", "min");
    }

    @Test
    void enumsAreInTheOrderOfTheirConstants() {
        DB.setAll(
                people,
                Map.of(
                        "a", Person.of("admin", 1).withLevel(Level.ADMIN),
                        "b", Person.of("known", 1).withLevel(Level.KNOWN),
                        "c", Person.of("new", 1).withLevel(Level.NEW)));

        assertThat(order(orderBy(Person::level))).containsExactly("new", "known", "admin");
    }

    @Test
    void textsAreInTheOrderOfTheirCodePoints() {
        DB.setAll(
                people,
                Map.of(
                        "a", Person.of("\ud83d\ude00", 1),
                        "b", Person.of("\uffff", 1),
                        "c", Person.of("b", 1),
                        "d", Person.of("B", 1)));

        assertThat(order(orderBy(Person::name))).containsExactly("B", "b", "\uffff", "\ud83d\ude00");
    }

    @Test
    void instantsAreOrderedToTheNanosecond() {
        DB.setAll(
                people,
                Map.of(
                        "a", Person.of("later", 1).withSeen(Instant.ofEpochSecond(5, 2)),
                        "b", Person.of("earlier", 1).withSeen(Instant.ofEpochSecond(5, 1)),
                        "c", Person.of("ancient", 1).withSeen(Instant.MIN)));

        assertThat(order(orderBy(Person::seen))).containsExactly("ancient", "earlier", "later");
    }

    @Test
    void furtherFieldsDecideBetweenEqualsAndThenTheKeyDoes() {
        DB.setAll(
                people,
                Map.of(
                        "d", Person.of("x", 1),
                        "a", Person.of("y", 2),
                        "c", Person.of("x", 2),
                        "b", Person.of("x", 2)));

        Ordering<Person> ordering = orderByDescending(Person::age).thenBy(Person::name);
        assertThat(DB.queryWithKey(people, p -> p.age() > 0, ordering).keySet()).containsExactly("b", "c", "a", "d");
        assertThat(DB.queryWithKey(
                                people, p -> p.age() > 0, orderBy(Person::name).thenByDescending(Person::age))
                        .keySet())
                .containsExactly("b", "c", "d", "a");
    }

    private List<String> order(Ordering<Person> ordering) {
        return DB.query(people, p -> p.age() > 0, ordering).stream()
                .map(Person::name)
                .toList();
    }
}
