package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import dev.quarry.engine.Capability;
import dev.quarry.error.MissingCapability;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreMissing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes inside records that stand in the columns of another. */
@ParameterizedClass
@EnumSource(Where.class)
final class NestedChangeTest {
    record Home(String street) {}

    record Person(String name, Home home, @Nullable Home second) {}

    record NewHome(
            @Was("street") String road,
            @Default("0") int zip,
            @Nullable String note) {}

    record NewPerson(
            String name,
            NewHome home,
            @Nullable NewHome second,
            @Nullable NewHome third) {}

    @Parameter
    Where where;

    @TempDir
    java.nio.file.Path directory;

    private Database db;
    private Datastore<Person> people;

    @BeforeEach
    void open() {
        db = where.open(directory);
        people = db.store("people", Person.class);
        DB.set(people, "a", new Person("Ann", new Home("Elm"), null));
        DB.set(people, "b", new Person("Bob", new Home("Oak"), new Home("Bay")));
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Where there are no triggers, a record that needs one is refused. */
    private boolean isRefused(Class<? extends Record> type) {
        if (db.engine().capabilities().has(Capability.TRIGGERS)) {
            return false;
        }
        assertThat(Refusal.of(MissingCapability.class, () -> db.store("people", type))
                        .capability())
                .isEqualTo("TRIGGERS");
        return true;
    }

    @Test
    void componentsOfNestedRecordsAreAddedAndRenamed() {
        if (isRefused(NewPerson.class)) {
            return;
        }
        Datastore<NewPerson> changed = db.store("people", NewPerson.class);

        assertThat(DB.getAllWithKeys(changed))
                .isEqualTo(Map.of(
                        "a", new NewPerson("Ann", new NewHome("Elm", 0, null), null, null),
                        "b", new NewPerson("Bob", new NewHome("Oak", 0, null), new NewHome("Bay", 0, null), null)));
        NewPerson carl = new NewPerson(
                "Carl", new NewHome("Ash", 1, "x"), new NewHome("Fig", 2, null), new NewHome("Sea", 3, null));
        DB.set(changed, "c", carl);
        assertThat(DB.get(changed, "c")).contains(carl);
        assertThat(DB.queryExactFields(changed, Collections.singletonMap("second", null)))
                .extracting(NewPerson::name)
                .containsExactly("Ann");
        assertThat(DB.queryExactFields(changed, Map.of("second", new NewHome("Bay", 0, null))))
                .hasSize(1);
    }

    @Test
    void anOldHandleThatTakesANestedRecordAwayTakesAllOfIt() {
        if (isRefused(NewPerson.class)) {
            return;
        }
        Datastore<NewPerson> changed = db.store("people", NewPerson.class);
        NewHome rich = new NewHome("Bay", 9, "note");
        DB.set(changed, "b", new NewPerson("Bob", rich, rich, null));

        DB.set(people, "b", new Person("Bob", new Home("Elm"), null));
        assertThat(DB.get(changed, "b")).contains(new NewPerson("Bob", new NewHome("Elm", 9, "note"), null, null));
        assertThat(DB.queryExactFieldsWithKey(changed, Collections.singletonMap("second", null)))
                .containsOnlyKeys("a", "b");

        DB.set(people, "b", new Person("Bob", new Home("Elm"), new Home("Fir")));
        assertThat(DB.get(changed, "b"))
                .contains(new NewPerson("Bob", new NewHome("Elm", 9, "note"), new NewHome("Fir", 0, null), null));
        DB.set(people, "n", new Person("New", new Home("Elm"), new Home("Fir")));
        assertThat(DB.get(changed, "n"))
                .contains(new NewPerson("New", new NewHome("Elm", 0, null), new NewHome("Fir", 0, null), null));
    }

    @Test
    void soDoesAnOlderProgramOnAStoreThatTheNewerOneCreated() {
        db.drop("people");
        Datastore<NewPerson> changed = db.store("people", NewPerson.class);
        NewHome rich = new NewHome("Bay", 9, "note");
        DB.set(changed, "b", new NewPerson("Bob", rich, rich, rich));
        if (isRefused(Person.class)) {
            return;
        }
        people = db.store("people", Person.class);

        DB.set(people, "b", new Person("Bob", new Home("Elm"), null));
        assertThat(DB.get(changed, "b")).contains(new NewPerson("Bob", new NewHome("Elm", 9, "note"), null, rich));
        DB.set(people, "b", new Person("Bob", new Home("Elm"), new Home("Fir")));
        assertThat(DB.get(changed, "b"))
                .contains(new NewPerson("Bob", new NewHome("Elm", 9, "note"), new NewHome("Fir", 0, null), rich));
        DB.set(people, "n", new Person("New", new Home("Elm"), new Home("Fir")));
        assertThat(DB.get(changed, "n"))
                .contains(new NewPerson("New", new NewHome("Elm", 0, null), new NewHome("Fir", 0, null), null));
        assertThat(DB.get(db.store("people", NewPerson.class), "n")).isPresent();
    }

    record MaybeHome(
            String name, Optional<Home> home, @Nullable Home second) {}

    @Test
    void aNestedRecordMayBecomeOptionalInATableThatOldHandlesDoNotFind() {
        Datastore<MaybeHome> maybe = db.store("people", MaybeHome.class);
        assertThat(DB.get(maybe, "a")).contains(new MaybeHome("Ann", Optional.of(new Home("Elm")), null));
        Refusal.of(StoreMissing.class, maybe, () -> DB.get(people, "a"));
        people = db.store("people", Person.class);

        DB.set(maybe, "a", new MaybeHome("Ann", Optional.empty(), null));
        DB.set(people, "a", new Person("Ann", new Home("Yew"), null));
        assertThat(DB.get(maybe, "a")).contains(new MaybeHome("Ann", Optional.of(new Home("Yew")), null));
        DB.set(people, "d", new Person("Dan", new Home("Yew"), null));
        assertThat(DB.get(maybe, "d")).contains(new MaybeHome("Dan", Optional.of(new Home("Yew")), null));

        DB.set(maybe, "e", new MaybeHome("Eve", Optional.empty(), null));
        assertThat(Refusal.of(SchemaLocked.class, maybe, () -> db.store("people", Person.class))
                        .obstacles())
                .anyMatch(line -> line.startsWith("record 'e'"));
    }

    record Middle(@Nullable Home home) {}

    record Outer(@Nullable Middle middle) {}

    record StrictMiddle(Home home) {}

    record StrictOuter(@Nullable StrictMiddle middle) {}

    @Test
    void aRecordInOneThatMayBeNullIsNotRequiredAgain() {
        Datastore<Outer> outer = db.store("outer", Outer.class);
        DB.set(outer, "o", new Outer(new Middle(new Home("Elm"))));

        assertThat(Refusal.of(SchemaLocked.class, outer, () -> db.store("outer", StrictOuter.class))
                        .obstacles())
                .containsExactly(
                        "component 'middle.home' may be null in the store, and stands in a record that may be null"
                                + " too: make it @Nullable or an Optional, or write a migration");
    }

    record Point(int x, int y) {}

    record LabelledPoint(int x, int y, @Nullable String label) {}

    record Path(List<Point> points) {}

    record WithPoint(List<Point> points, @Nullable LabelledPoint start, LabelledDefault end) {}

    record LabelledDefault(@Default("3") int x, @Nullable String label) {}

    @Test
    void wholeNestedRecordsAreAdded() {
        DB.set(db.store("paths", Path.class), "p", new Path(List.of()));

        assertThat(DB.get(db.store("paths", WithPoint.class), "p"))
                .contains(new WithPoint(List.of(), null, new LabelledDefault(3, null)));
    }
}
