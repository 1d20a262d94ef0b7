package dev.quarry.migration;

import static dev.quarry.Options.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.SchemaLocked;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Place.class)
final class MigratorTest {
    private static final Before ADA = new Before("Ada Lovelace", 36, "London");
    private static final Before ALAN = new Before("Alan Turing", 41, null);
    private static final Map<String, Person> AFTER =
            Map.of("ada", new Person("Ada", "Lovelace", 36, "London"), "alan", new Person("Alan", "Turing", 41, null));

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void fill() {
        site = place.in(directory, "people");
        try (Database db = DB.open(site.location())) {
            Datastore<Before> people = db.store("people", Before.class, index(Before::age));
            DB.set(people, "ada", new Before("Ada Byron", 19, null));
            DB.set(people, "ada", ADA);
            DB.set(people, "alan", ALAN);
        }
    }

    private static MigrationRun run(Database db) {
        return Migrator.of(db, new V2__split_name()).withApplication("test 1.0").run();
    }

    @Test
    void everyRecordIsConvertedUnderItsKeyAndKeepsTheNumberOfItsWrites() {
        try (Database db = DB.open(site.location())) {
            MigrationRun run = run(db);

            assertThat(run.from()).isEqualTo(1);
            assertThat(run.to()).isEqualTo(2);
            assertThat(run.scripts()).singleElement().satisfies(script -> {
                assertThat(script.version()).isEqualTo(2);
                assertThat(script.description()).isEqualTo("split name");
                assertThat(script.records()).isEqualTo(2);
            });
            Datastore<Person> people = db.store("people", Person.class);
            assertThat(DB.getAllWithKeys(people)).isEqualTo(AFTER);
            assertThat(DB.entry(people, "ada").orElseThrow().version()).isEqualTo(2);
            assertThat(DB.entry(people, "alan").orElseThrow().version()).isEqualTo(1);
        }
    }

    @Test
    void theOldRecordIsRefusedInWordsThatNameTheMigration() {
        try (Database db = DB.open(site.location())) {
            run(db);

            SchemaLocked locked = catchThrowableOfType(SchemaLocked.class, () -> db.store("people", Before.class));
            assertThat(locked.origin()).contains("migration 2 (split name)");
            assertThat(locked)
                    .hasMessageContaining("component 'given' was removed")
                    .hasMessageContaining("since migration 2 (split name)")
                    .hasMessageContaining("use the record that the migration leads to");
        }
    }

    @Test
    void anIndexStaysAsFarAsItsComponentsDo() {
        try (Database db = DB.open(site.location())) {
            run(db);

            assertThat(db.stores())
                    .singleElement()
                    .satisfies(store -> assertThat(store.indexes())
                            .extracting(index -> index.paths().toString())
                            .containsExactly("[age]"));
        }
    }

    @Test
    void theHistorySaysWhatRanAndWho() {
        try (Database db = DB.open(site.location())) {
            MigrationRun run = run(db);

            List<HistoryEntry> history = Migrator.of(db, new V2__split_name()).history();
            assertThat(history).singleElement().satisfies(entry -> {
                assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
                assertThat(entry.version()).isEqualTo(2);
                assertThat(entry.description()).isEqualTo("split name");
                assertThat(entry.records()).isEqualTo(2);
                assertThat(entry.detail().application()).isEqualTo("test 1.0");
                assertThat(entry.detail().user()).isEqualTo(System.getProperty("user.name"));
                assertThat(entry.backup()).contains(run.backup().orElseThrow());
                assertThat(entry.detail().failure()).isEmpty();
            });
        }
    }

    @Test
    void aSecondRunFindsNothingToDoAndWritesNothing() throws Exception {
        try (Database db = DB.open(site.location())) {
            run(db);
            List<String> tables = site.tables();
            List<String> backups = Migrator.of(db).backups();

            MigrationRun second = run(db);
            assertThat(second.scripts()).isEmpty();
            assertThat(second.from()).isEqualTo(2);
            assertThat(second.to()).isEqualTo(2);
            assertThat(second.backup()).isEmpty();
            assertThat(site.tables()).isEqualTo(tables);
            assertThat(Migrator.of(db).backups()).isEqualTo(backups).hasSize(1);
            assertThat(Migrator.of(db, new V2__split_name()).history()).hasSize(1);
        }
    }

    @Test
    void inMemoryItRunsWithoutABackup() {
        try (Database db = DB.inMemory()) {
            DB.set(db.store("people", Before.class), "ada", ADA);

            assertThat(run(db).backup()).isEmpty();
            assertThat(DB.get(db.store("people", Person.class), "ada")).contains(AFTER.get("ada"));
        }
    }

    @Test
    void aNewDatabaseHasAllScriptsWithoutABackup() {
        try (Database db = DB.open(place.in(directory, "fresh").location())) {
            MigrationRun run = run(db);

            assertThat(run.scripts())
                    .singleElement()
                    .satisfies(script -> assertThat(script.records()).isZero());
            assertThat(run.backup()).isEmpty();
            assertThat(Migrator.of(db, new V2__split_name()).status().version()).isEqualTo(2);
            DB.set(db.store("people", Person.class), "ada", AFTER.get("ada"));
            assertThat(run(db).scripts()).isEmpty();
        }
    }

    @Test
    void anEmptyStoreTakesTheNewRecordWhenItIsOpened() {
        try (Database db = DB.open(place.in(directory, "empty").location())) {
            db.store("people", Before.class);

            assertThat(Migrator.of(db, new V2__split_name()).plan().describe()).contains("store 'people' is empty");
            run(db);
            DB.set(db.store("people", Person.class), "ada", AFTER.get("ada"));
            assertThat(DB.count(db.store("people", Person.class))).isEqualTo(1);
        }
    }

    @Test
    void severalScriptsAreOneTransactionAndOneBackup() {
        Script third = Changes.of(3, "years", Steps.change("people", Older.class, Steps.rename("age", "years")));
        try (Database db = DB.open(site.location())) {
            MigrationRun run = Migrator.of(db, third, new V2__split_name()).run();

            assertThat(run.scripts()).extracting(MigrationRun.Applied::version).containsExactly(2, 3);
            assertThat(DB.get(db.store("people", Older.class), "ada"))
                    .contains(new Older("Ada", "Lovelace", 36, "London"));
            assertThat(Migrator.of(db, third, new V2__split_name()).backups()).hasSize(1);
            Migrator.of(db, third, new V2__split_name()).undo();
            assertThat(DB.getAllWithKeys(db.store("people", Before.class))).isEqualTo(Map.of("ada", ADA, "alan", ALAN));
        }
    }

    record Older(
            String given,
            String family,
            int years,
            @org.jspecify.annotations.Nullable String city) {}

    @Test
    void thePlanSaysInWordsWhatHappens() {
        try (Database db = DB.open(site.location())) {
            MigrationPlan plan = Migrator.of(db, new V2__split_name()).plan();

            assertThat(plan.describe()).isEqualTo("""
                version 2, split name
                  store 'people': 2 records become Person
                    component 'name' was removed (String, required)
                    component 'given' was added (String, required)
                    component 'family' was added (String, required)
                    index: 'age'
                """);
            assertThat(plan.problems()).isEmpty();
        }
    }

    @Test
    void aRunTellsHowFarItIs() {
        List<String> told = new java.util.ArrayList<>();
        try (Database db = DB.open(site.location())) {
            Migrator.of(db, new V2__split_name())
                    .withProgress(
                            (phase, store, done, total) -> told.add(phase + " " + store + " " + done + "/" + total))
                    .run();
        }
        assertThat(told)
                .containsExactly(
                        "BACKUP  0/0", "CONVERT people 0/2", "CONVERT people 2/2", "INDEX people 0/0", "CHECK  0/0");
    }
}
