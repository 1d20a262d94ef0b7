package dev.quarry;

import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.orderByDescending;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries by the exact values of named fields, which need no compiler. */
@ParameterizedClass
@EnumSource(Where.class)
final class ExactFieldsTest {
    enum Rank {
        LOW,
        HIGH,
        AVERAGE
    }

    record Home(String city, @Nullable Double height) {}

    record Person(
            String name,
            @Nullable Integer age,
            double score,
            Rank rank,
            List<String> tags,
            Map<String, String> labels,
            @Nullable Home home,
            Instant seen,
            UUID id) {}

    private static final Instant SEEN = Instant.parse("2024-05-06T07:08:09.000000010Z");
    private static final UUID ID = new UUID(1, 2);

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<Person> people;

    @BeforeEach
    void open() {
        db = where.open(directory);
        people = db.store("people", Person.class);
        put("ann", 30, 1.5, Rank.HIGH, List.of("x", "y"), Map.of("a", "1", "b", "2"), new Home("Athens", 10.0));
        put("bob", null, 0.0, Rank.LOW, List.of("y", "x"), Map.of(), new Home("Athens", null));
        put("cid", 30, -0.0, Rank.AVERAGE, List.of(), Map.of("a", "2", "b", "1"), null);
        put("dee", 7, Double.NaN, Rank.LOW, List.of(""), Map.of("a", "1"), new Home("", -0.0));
    }

    private void put(
            String name,
            @Nullable Integer age,
            double score,
            Rank rank,
            List<String> tags,
            Map<String, String> labels,
            @Nullable Home home) {
        Instant seen = name.equals("dee") ? SEEN.plusNanos(1) : SEEN;
        UUID id = name.equals("cid") ? ID : new UUID(-1, name.charAt(0));
        DB.set(people, "key-" + name, new Person(name, age, score, rank, tags, labels, home, seen, id));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> names(String field, @Nullable Object value) {
        return DB.queryExactFields(people, Collections.singletonMap(field, value), orderBy(Person::name)).stream()
                .map(Person::name)
                .toList();
    }

    @Test
    void everyTypeIsComparedAsJavaComparesIt() {
        assertThat(names("name", "ann")).containsExactly("ann");
        assertThat(names("name", "Ann")).isEmpty();
        assertThat(names("age", 30)).containsExactly("ann", "cid");
        assertThat(names("rank", Rank.LOW)).containsExactly("bob", "dee");
        assertThat(names("seen", SEEN)).containsExactly("ann", "bob", "cid");
        assertThat(names("seen", SEEN.plusNanos(1))).containsExactly("dee");
        assertThat(names("id", ID)).containsExactly("cid");
    }

    @Test
    void doublesAreEqualAsTheirBoxesAre() {
        assertThat(names("score", 1.5)).containsExactly("ann");
        assertThat(names("score", 0.0)).containsExactly("bob");
        assertThat(names("score", -0.0)).containsExactly("cid");
        assertThat(names("score", Double.NaN)).containsExactly("dee");
        assertThat(names("home.height", -0.0)).containsExactly("dee");
        assertThat(names("home.height", 0.0)).isEmpty();
    }

    @Test
    void nullFindsWhatIsAbsent() {
        assertThat(names("age", null)).containsExactly("bob");
        assertThat(names("home", null)).containsExactly("cid");
    }

    @Test
    void aFieldOfANestedRecordThatIsAbsentIsNotNull() {
        assertThat(names("home.height", null)).containsExactly("bob");
    }

    record Crate(@Nullable Label label, Optional<Label> other) {}

    record Label(
            @Nullable String text,
            Optional<Integer> size,
            @Nullable List<Part> parts,
            Inner inner,
            @Nullable Inner more) {}

    record Inner(@Nullable String text) {}

    record Part(int number) {}

    @Test
    void nullIsFoundInTheNestedRecordsThatAreThereHoweverDeepTheFieldIs() {
        Datastore<Crate> crates = db.store("crates", Crate.class);
        Label empty = new Label(null, Optional.empty(), null, new Inner(null), null);
        Label full = new Label("t", Optional.of(1), List.of(new Part(1)), new Inner("t"), new Inner(null));
        DB.set(crates, "neither", new Crate(null, Optional.empty()));
        DB.set(crates, "empty", new Crate(empty, Optional.of(empty)));
        DB.set(crates, "full", new Crate(full, Optional.of(full)));

        for (String label : List.of("label", "other")) {
            for (String field : List.of("text", "parts", "inner.text", "more")) {
                assertThat(keys(crates, label + "." + field, null))
                        .as(label + "." + field)
                        .containsExactly("empty");
            }
            assertThat(keys(crates, label + ".size", Optional.empty())).containsExactly("empty");
            assertThat(keys(crates, label + ".more.text", null)).containsExactly("full");
            assertThat(keys(crates, label + ".inner", new Inner(null))).containsExactly("empty");
        }
        assertThat(keys(crates, "label", null)).containsExactly("neither");
        assertThat(keys(crates, "other", Optional.empty())).containsExactly("neither");
    }

    private static Set<String> keys(Datastore<Crate> crates, String field, @Nullable Object value) {
        return DB.queryExactFieldsWithKey(crates, Collections.singletonMap(field, value))
                .keySet();
    }

    @Test
    void listsAreEqualInOrder() {
        assertThat(names("tags", List.of("x", "y"))).containsExactly("ann");
        assertThat(names("tags", List.of("y", "x"))).containsExactly("bob");
        assertThat(names("tags", List.of())).containsExactly("cid");
        assertThat(names("tags", List.of(""))).containsExactly("dee");
    }

    @Test
    void mapsAreEqualInAnyOrder() {
        Map<String, String> backwards = new LinkedHashMap<>();
        backwards.put("b", "2");
        backwards.put("a", "1");

        assertThat(names("labels", backwards)).containsExactly("ann");
        assertThat(names("labels", Map.of("a", "1", "b", "2"))).containsExactly("ann");
        assertThat(names("labels", Map.of("a", "2", "b", "1"))).containsExactly("cid");
        assertThat(names("labels", Map.of("a", "1"))).containsExactly("dee");
        assertThat(names("labels", Map.of())).containsExactly("bob");
    }

    @Test
    void aPathLeadsIntoANestedRecord() {
        assertThat(names("home.city", "Athens")).containsExactly("ann", "bob");
        assertThat(names("home.city", "")).containsExactly("dee");
        assertThat(names("home.height", 10.0)).containsExactly("ann");
    }

    @Test
    void aWholeNestedRecordIsCompared() {
        assertThat(names("home", new Home("Athens", 10.0))).containsExactly("ann");
        assertThat(names("home", new Home("Athens", null))).containsExactly("bob");
        assertThat(names("home", new Home("", -0.0))).containsExactly("dee");
        assertThat(names("home", new Home("", 0.0))).isEmpty();
    }

    @Test
    void allNamedFieldsMustBeEqual() {
        assertThat(DB.queryExactFields(people, Map.of("age", 30, "home.city", "Athens")))
                .extracting(Person::name)
                .containsExactly("ann");
        assertThat(DB.queryExactFields(people, Map.of("age", 7, "home.city", "Athens")))
                .isEmpty();
        assertThat(DB.queryExactFields(people, Map.of())).hasSize(4);
    }

    @Test
    void recordsComeWithTheirKeys() {
        Person ann = DB.get(people, "key-ann").orElseThrow();
        Person cid = DB.get(people, "key-cid").orElseThrow();

        assertThat(DB.queryExactFieldsWithKey(people, Map.of("age", 30), orderByDescending(Person::name)))
                .containsExactly(Map.entry("key-cid", cid), Map.entry("key-ann", ann));
    }

    @Test
    void oneIsEmptyForNoneAndForSeveral() {
        Person dee = DB.get(people, "key-dee").orElseThrow();

        assertThat(DB.queryOneWithExactFields(people, Map.of("age", 7))).contains(dee);
        assertThat(DB.queryOneWithExactFieldsWithKey(people, Map.of("age", 7))).contains(Map.entry("key-dee", dee));
        assertThat(DB.queryOneWithExactFields(people, Map.of("age", 8))).isEmpty();
        assertThat(DB.queryOneWithExactFields(people, Map.of("age", 30))).isEmpty();
        assertThat(DB.queryOneWithExactFieldsWithKey(people, Map.of("age", 30))).isEmpty();
    }

    private List<String> ordered(Ordering<Person> ordering) {
        return DB.queryExactFields(people, Map.of(), ordering).stream()
                .map(Person::name)
                .toList();
    }

    @Test
    void nullComesFirstOrLast() {
        assertThat(ordered(orderBy(Person::age))).containsExactly("bob", "dee", "ann", "cid");
        assertThat(ordered(orderByDescending(Person::age))).containsExactly("ann", "cid", "dee", "bob");
    }

    @Test
    void enumsAreOrderedAsDeclared() {
        assertThat(ordered(orderBy(Person::rank))).containsExactly("bob", "dee", "ann", "cid");
        assertThat(ordered(orderByDescending(Person::rank))).containsExactly("cid", "ann", "bob", "dee");
    }

    @Test
    void notANumberComesBehindEveryNumberAndBothZerosAreOne() {
        put("eve", 1, Double.POSITIVE_INFINITY, Rank.LOW, List.of(), Map.of(), null);
        put("fay", 1, Double.NEGATIVE_INFINITY, Rank.LOW, List.of(), Map.of(), null);

        assertThat(ordered(orderBy(Person::score))).containsExactly("fay", "bob", "cid", "ann", "eve", "dee");
        assertThat(ordered(orderByDescending(Person::score))).containsExactly("dee", "eve", "ann", "bob", "cid", "fay");
    }

    @Test
    void instantsAndUuidsAreOrdered() {
        assertThat(ordered(orderByDescending(Person::seen))).containsExactly("dee", "ann", "bob", "cid");
        assertThat(ordered(orderBy(Person::id))).containsExactly("ann", "bob", "dee", "cid");
        assertThat(ordered(orderByDescending(Person::id))).containsExactly("cid", "dee", "bob", "ann");
    }

    @Test
    void furtherFieldsDecideBetweenEqualOnes() {
        assertThat(ordered(orderBy(Person::rank).thenByDescending(Person::name)))
                .containsExactly("dee", "bob", "ann", "cid");
        assertThat(ordered(orderByDescending(Person::age).thenBy(Person::score)))
                .containsExactly("cid", "ann", "dee", "bob");
    }

    @Test
    void aLimitTakesTheFirstInTheOrderAskedElseInKeyOrder() {
        assertThat(DB.queryExactFields(people, Map.of(), limit(2)))
                .extracting(Person::name)
                .containsExactly("ann", "bob");
        assertThat(DB.queryExactFields(people, Map.of(), orderByDescending(Person::name), limit(1)))
                .extracting(Person::name)
                .containsExactly("dee");
        assertThat(DB.queryExactFields(people, Map.of(), limit(0))).isEmpty();
        assertThat(DB.queryExactFields(people, Map.of(), limit(Integer.MAX_VALUE)))
                .hasSize(4);
    }
}
