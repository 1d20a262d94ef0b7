package dev.quarry;

import static dev.quarry.Options.after;
import static dev.quarry.Options.descending;
import static dev.quarry.Options.index;
import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.InvalidField;
import dev.quarry.error.InvalidIndex;
import dev.quarry.error.InvalidOption;
import dev.quarry.error.InvalidText;
import dev.quarry.error.NullComponent;
import dev.quarry.error.UnknownField;
import dev.quarry.error.WrongFieldType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that a record does not have or that a verb has no use for. */
@ParameterizedClass
@EnumSource(Where.class)
final class BadFieldTest {
    enum Rank {
        LOW,
        HIGH
    }

    record Home(String city) {}

    record Person(
            String name,
            @Nullable Integer age,
            long points,
            double score,
            Rank rank,
            List<String> tags,
            Map<String, String> labels,
            @Nullable Home home) {
        String label() {
            return name + age;
        }
    }

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;
    private Datastore<Person> people;

    @BeforeEach
    void open() {
        db = where.open(directory);
        people = db.store("people", Person.class, index(Person::name));
        DB.set(people, "a", new Person("Ann", 1, 2, 3, Rank.LOW, List.of(), Map.of(), null));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void query(String field, @Nullable Object value) {
        DB.queryExactFields(people, Collections.singletonMap(field, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nmae",
                "Name",
                "",
                ".",
                "name.",
                ".name",
                "home.",
                "home.street",
                "name.length",
                "#key",
                "home#present",
                "a\"b"
            })
    void aFieldThatIsNotThere(String field) {
        UnknownField unknown = Refusal.of(UnknownField.class, people, () -> query(field, "x"));

        assertThat(unknown.store()).isEqualTo("people");
        assertThat(unknown.field()).isEqualTo(field);
        assertThat(unknown.known()).isEqualTo(DB.schemaFields(people));
        assertThat(unknown)
                .hasMessageContaining("'people'")
                .hasMessageContaining("'" + field + "'")
                .hasMessageContaining("name, age, points");
        Refusal.of(UnknownField.class, () -> DB.queryOneWithExactFields(people, Map.of(field, "x")));
        Refusal.of(UnknownField.class, () -> DB.queryExactFieldsWithKey(people, Map.of(field, "x")));
    }

    private void assertWrong(String field, Object value, String expected, String actual) {
        WrongFieldType wrong = Refusal.of(WrongFieldType.class, people, () -> query(field, value));
        assertThat(wrong.store()).isEqualTo("people");
        assertThat(wrong.field()).isEqualTo(field);
        assertThat(wrong.expected()).isEqualTo(expected);
        assertThat(wrong.actual()).isEqualTo(actual);
        assertThat(wrong)
                .hasMessageContaining("'" + field + "' of store 'people' is " + expected)
                .hasMessageContaining(actual)
                .hasMessageContaining("give a " + expected);
    }

    @Test
    void aValueOfAnotherType() {
        assertWrong("name", 1, "String", "java.lang.Integer");
        assertWrong("age", 1L, "int", "java.lang.Long");
        assertWrong("points", 1, "long", "java.lang.Integer");
        assertWrong("score", 1.0f, "double", "java.lang.Float");
        assertWrong("rank", "LOW", "Rank", "java.lang.String");
        assertWrong("tags", "x", "List<String>", "java.lang.String");
        assertWrong("home", "Athens", "Home", "java.lang.String");
        assertWrong("home.city", 'x', "String", "java.lang.Character");
    }

    @Test
    void aListOrMapOfSomethingElse() {
        assertWrong("tags", List.of("x", 1), "List<String>", "java.lang.Integer");
        assertWrong("labels", Map.of("k", 1), "Map<String, String>", "java.lang.Integer");
        assertWrong("labels", Map.of(1L, "v"), "Map<String, String>", "java.lang.Long");
    }

    @Test
    void nullWhereNothingIsEverNull() {
        for (String field : List.of("name", "points", "rank", "tags", "labels", "home.city")) {
            NullComponent refused = Refusal.of(NullComponent.class, people, () -> query(field, null));
            assertThat(refused.record()).isEqualTo(Person.class.getName());
            assertThat(refused.field()).isEqualTo(field);
        }
        NullComponent inside = Refusal.of(NullComponent.class, people, () -> query("tags", Arrays.asList("x", null)));
        assertThat(inside.field()).isEqualTo("tags[1]");
    }

    @Test
    void textThatNoRecordHolds() {
        InvalidText refused = Refusal.of(InvalidText.class, people, () -> query("name", "a\0"));

        assertThat(refused.where()).isEqualTo("component 'name'");
        assertThat(refused.field()).contains("name");
        assertThat(refused.key()).isEmpty();
        assertThat(refused.index()).isEqualTo(1);
    }

    private void assertNoIndex(StoreOption<Person> option, String fields, String reason) {
        List<StoreInfo> before = db.stores();
        InvalidIndex refused = Refusal.of(InvalidIndex.class, people, () -> db.store("people", Person.class, option));
        assertThat(refused.store()).isEqualTo("people");
        assertThat(refused.fields()).isEqualTo(fields);
        assertThat(refused.reason()).contains(reason);
        assertThat(refused).hasMessageContaining("'people'").hasMessageContaining(reason);
        assertThat(db.stores()).isEqualTo(before);
        Refusal.of(InvalidIndex.class, () -> db.store("fresh", Person.class, option));
        assertThat(db.stores()).isEqualTo(before);
    }

    @Test
    void whatNoIndexHolds() {
        assertNoIndex(index(Person::name, Person::tags), "name, tags", "'tags' is List<String>");
        assertNoIndex(index(Person::labels), "labels", "'labels' is Map<String, String>");
        assertNoIndex(index(Person::home), "home", "index its own components instead");
        assertNoIndex(index(Person::name, descending(Person::name)), "name, name descending", "twice");
        assertNoIndex(unique(Person::rank, Person::score), "rank, score", "0.0 and -0.0");
    }

    @Test
    void whatIsNoComponent() {
        InvalidField refused =
                Refusal.of(InvalidField.class, people, () -> db.store("people", Person.class, index(Person::label)));
        assertThat(refused.record()).isEqualTo(Person.class.getName());
        assertThat(refused.field()).contains("label");
        assertThat(refused).hasMessageContaining("give an accessor");

        Refusal.of(InvalidField.class, () -> DB.queryExactFields(people, Map.of(), orderBy(Person::label)));
        Refusal.of(InvalidField.class, () -> DB.queryExactFields(people, Map.of(), orderBy(Person::hashCode)));
    }

    @Test
    void anIndexOfNothing() {
        assertThat(Refusal.of(InvalidOption.class, () -> index()).option()).isEqualTo("index()");
        assertThat(Refusal.of(InvalidOption.class, () -> unique()).option()).isEqualTo("unique()");
    }

    @Test
    void whatHasNoOrder() {
        InvalidOption refused =
                Refusal.of(InvalidOption.class, () -> DB.queryExactFields(people, Map.of(), orderBy(Person::tags)));
        assertThat(refused.option()).isEqualTo("orderBy(tags)");
        assertThat(refused.reason()).contains("'tags' is List<String>").contains("order by a component");

        Refusal.of(InvalidOption.class, () -> DB.queryExactFields(people, Map.of(), orderBy(Person::home)));
        Refusal.of(
                InvalidOption.class,
                () -> DB.queryExactFields(
                        people, Map.of(), orderBy(Person::name).thenBy(Person::labels)));
    }

    @Test
    void limitsBelowZero() {
        InvalidOption refused = Refusal.of(InvalidOption.class, () -> limit(-1));
        assertThat(refused.option()).isEqualTo("limit(-1)");
        assertThat(refused).hasMessageContaining("limit(-1)").hasMessageContaining("no fewer than 0");
    }

    @Test
    void optionsThatAreThereTwiceOrHaveNoMeaning() {
        Map<String, Object> any = Map.of();
        Refusal.of(InvalidOption.class, () -> DB.queryExactFields(people, any, limit(1), limit(2)));
        Refusal.of(
                InvalidOption.class,
                () -> DB.queryExactFields(people, any, orderBy(Person::name), orderBy(Person::age)));
        assertThat(Refusal.of(InvalidOption.class, () -> DB.queryExactFields(people, any, after("x")))
                        .reason())
                .contains("DB.page");
    }
}
