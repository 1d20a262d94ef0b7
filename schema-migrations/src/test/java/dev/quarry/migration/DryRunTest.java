package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.changeKey;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.part;
import static dev.quarry.migration.Steps.splitStore;
import static dev.quarry.migration.Steps.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.testing.Place;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Place.class)
final class DryRunTest extends OpenDatabase {
    private static final int RECORDS = 1_000;

    record Same(String name, int age, @Nullable String city) {}

    @BeforeEach
    void fill() {
        Map<String, Before> all = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            all.put(String.format("%04d", i), new Before("given" + i + " family" + i, i, null));
        }
        DB.setAll(db.store("people", Before.class), all);
    }

    @Test
    void itConvertsEverythingAndLeavesNothing() throws Exception {
        List<String> tables = site.tables();
        DryRun dry = Migrator.of(db, new V2__split_name()).dryRun();

        assertThat(dry.succeeds()).isTrue();
        assertThat(dry.records()).isEqualTo(RECORDS);
        assertThat(dry.failures()).isEmpty();
        assertThat(dry.notReversible()).isZero();
        assertThat(dry.duration()).isPositive();
        assertThat(dry.needed()).isBetween(10_000L, 10_000_000L);
        assertThat(dry.free()).isGreaterThan(dry.needed());
        assertThat(site.tables()).isEqualTo(tables);
        assertThat(dry.plan().parts()).hasSize(1);
        assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
        assertThat(Migrator.of(db, new V2__split_name()).history()).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString())).allMatch(name -> !name.contains("backup"));
        }
    }

    @Test
    void itListsTheFirstHundredFailuresAndCountsAll() {
        Script script = Changes.of(
                2,
                "a test",
                change("people", Same.class, convert("age", (Integer age) -> age % 4 == 0 ? 1 / (age % 4) : age)));

        DryRun dry = Migrator.of(db, script).dryRun();

        assertThat(dry.succeeds()).isFalse();
        assertThat(dry.counts()).isEqualTo(Map.of(Failure.Reason.CONVERTER, 250L));
        assertThat(dry.failureCount()).isEqualTo(250);
        assertThat(dry.records()).isEqualTo(750);
        assertThat(dry.failures()).hasSize(100);
        assertThat(dry.failures().get(1).key()).isEqualTo("0004");
        assertThat(dry.failures().get(1).field()).contains("age");
        assertThat(dry.failures().get(1).describe())
                .isEqualTo("people '0004', age: the script's code for 'age' threw"
                        + " java.lang.ArithmeticException: / by zero");
    }

    @Test
    void itNamesTheKeysOfEveryConflict() {
        Script script = Changes.of(
                2,
                "a test",
                change(
                        "people",
                        Same.class,
                        changeKey((key, row) -> row.get("age", Integer.class) < 3 ? "young" : key),
                        convert("age", (Integer age) -> age == 7 ? 6 : age),
                        unique("age")));

        DryRun dry = Migrator.of(db, script).dryRun();

        assertThat(dry.counts()).isEqualTo(Map.of(Failure.Reason.KEY_TAKEN, 2L, Failure.Reason.NOT_UNIQUE, 1L));
        assertThat(dry.records()).isEqualTo(RECORDS - 2);
        assertThat(dry.failures())
                .extracting(Failure::describe)
                .containsExactly(
                        "people '0001': its new key 'young' is that of the record '0000' of store 'people' already",
                        "people '0006', age: it would have the same age as '0007', where that is to be unique (2"
                                + " records agree)");
        assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
    }

    @Test
    void ofMoreConflictsThanAreListedAllAreCounted() {
        Script script =
                Changes.of(2, "a test", change("people", Same.class, changeKey((key, row) -> key.substring(0, 3))));

        DryRun dry = Migrator.of(db, script).dryRun();

        assertThat(dry.counts()).isEqualTo(Map.of(Failure.Reason.KEY_TAKEN, 900L));
        assertThat(dry.failures())
                .hasSize(100)
                .allSatisfy(failure -> assertThat(failure.words())
                        .matches("its new key '\\d\\d\\d' is that of the record '\\d\\d\\d0' of store 'people'"
                                + " already"));
    }

    record Asserting(String name, int age, @Nullable String city) {
        Asserting {
            if (age == 5) {
                throw new AssertionError("not five");
            }
        }
    }

    /** Whoever looks for the record that got a key first meets those again that are refused. */
    @Test
    void itNamesTheKeysOfAConflictBehindARecordWhoseConstructorAsserts() {
        Script script = Changes.of(
                2,
                "a test",
                change("people", Asserting.class, changeKey((key, row) -> key.compareTo("0007") < 0 ? key : "late")));

        DryRun dry = Migrator.of(db, script).dryRun();

        assertThat(dry.counts())
                .isEqualTo(Map.of(Failure.Reason.CONVERTER, 1L, Failure.Reason.KEY_TAKEN, RECORDS - 8L));
        assertThat(dry.failures().get(0).describe())
                .startsWith("people '0005': ")
                .contains("not five");
        assertThat(dry.failures().get(1).describe())
                .isEqualTo("people '0008': its new key 'late' is that of the record '0007' of store 'people' already");
    }

    private static DryRun dryRun(Database db, Change change) {
        return Migrator.of(db, Changes.of(2, "a test", change)).dryRun();
    }

    private static void assertRefused(DryRun dry, Failure.Reason reason, String... described) {
        assertThat(dry.succeeds()).isFalse();
        assertThat(dry.counts()).isEqualTo(Map.of(reason, (long) described.length));
        assertThat(dry.failures()).extracting(Failure::describe).containsExactly(described);
        assertThat(dry.failures()).extracting(Failure::reason).containsOnly(reason);
    }

    private static @Nullable String nameOf(String name) {
        return name.startsWith("given1 ") ? null : name;
    }

    @Test
    void itNamesTheRecordsThatWouldLackAValue() {
        DryRun dry = dryRun(db, change("people", Same.class, convert("name", DryRunTest::nameOf)));

        assertRefused(
                dry,
                Failure.Reason.NULL,
                "people '0001', name: 'name' of " + Same.class.getName() + " would be null, and it is not @Nullable");
        assertThat(dry.records()).isEqualTo(RECORDS - 1);
    }

    @Test
    void itNamesTheRecordsOfWhichAValueFitsNoComponent() {
        assertRefused(
                dryRun(db, change("people", Same.class, convert("age", (Integer age) -> age == 7 ? "seven" : age))),
                Failure.Reason.INVALID,
                "people '0007', age: 'age' is Integer, and the String \"seven\" was given for it");
    }

    @Test
    void itNamesTheRecordsThatNoPartTakes() {
        DryRun dry = dryRun(
                db,
                splitStore(
                        "people",
                        part("young", Same.class, row -> row.get("age", Integer.class) < 500),
                        part("old", Same.class, row -> row.get("age", Integer.class) > 500)));

        assertRefused(dry, Failure.Reason.NO_TARGET, "people '0500': none of young, old takes it");
    }

    @Test
    void itNamesTheRecordsThatCannotBeRead() {
        try (PeopleToMigrate people =
                new PeopleToMigrate(place.in(directory, "damaged").location())) {
            people.damage("b", "list", "{}");

            DryRun dry = people.migrator(Changes.of(
                            2, "a test", change("people", PeopleToMigrate.Person.class, changeKey((key, row) -> key))))
                    .dryRun();

            assertThat(dry.counts()).isEqualTo(Map.of(Failure.Reason.UNREADABLE, 1L));
            assertThat(dry.records()).isEqualTo(1);
            assertThat(dry.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(Failure.Reason.UNREADABLE);
                assertThat(failure.describe()).startsWith("people 'b': ").contains("'list' holds JSON of another kind");
            });
        }
    }

    /** It loses the city on the way back. */
    private static final class V2__lossy extends Migration<Before, Person> {
        private V2__lossy() {
            super("people");
        }

        @Override
        public Person up(Before old) {
            return new V2__split_name().up(old);
        }

        @Override
        public Optional<Before> down(Person record) {
            return Optional.of(new Before(record.given() + " " + record.family(), record.age(), null));
        }
    }

    @Test
    void itCountsTheRecordsThatDoNotComeBack() {
        Datastore<Before> people = db.store("people", Before.class);
        DB.set(people, "ada", new Before("Ada Lovelace", 36, "London"));

        DryRun dry = Migrator.of(db, new V2__lossy()).dryRun();

        assertThat(dry.notReversible()).isEqualTo(1);
        assertThat(dry.succeeds()).isTrue();
    }
}
