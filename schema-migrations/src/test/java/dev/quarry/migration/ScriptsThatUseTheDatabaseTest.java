package dev.quarry.migration;

import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.StoreInfo;
import dev.quarry.error.InvalidUse;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.testing.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The code of a script has the record and nothing else: the database that is migrated refuses whatever else it asks of it. */
@ParameterizedClass
@EnumSource(Place.class)
@SuppressWarnings("NullAway.Init")
final class ScriptsThatUseTheDatabaseTest extends OpenDatabase {
    record Before(String name) {}

    record After(String title) {}

    private Datastore<Before> notes;
    private Datastore<Before> log;

    @BeforeEach
    void fill() {
        notes = db.store("notes", Before.class);
        log = db.store("log", Before.class);
        DB.set(notes, "a", new Before("one"));
        DB.set(notes, "b", new Before("two"));
    }

    /** A script that does something before it converts a record. */
    private static final class Doing extends Migration<Before, After> {
        private final Runnable what;

        Doing(Runnable what) {
            super("notes");
            this.what = what;
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public String description() {
            return "a test";
        }

        @Override
        public After up(Before old) {
            what.run();
            return new After(old.name());
        }
    }

    private Map<String, Runnable> uses(Database other) {
        Before late = new Before("late");
        Map<String, Runnable> uses = new HashMap<>();
        uses.put("a write to the store that is converted", () -> DB.set(notes, "late", late));
        uses.put("a write to another store", () -> DB.set(log, "late", late));
        uses.put("several writes", () -> DB.setAll(log, Map.of("x", late, "y", late)));
        uses.put("a deletion", () -> DB.deleteAll(notes));
        uses.put("a transaction", () -> db.transaction(() -> DB.set(log, "late", late)));
        uses.put("a new store", () -> db.store("fresh", Before.class));
        uses.put("a store with another record", () -> db.store("log", After.class));
        uses.put("a store's new name", () -> db.rename("log", "logs"));
        uses.put("a store dropped", () -> db.drop("notes"));
        uses.put("another run", () -> Migrator.of(db, new Doing(() -> {})).run());
        uses.put("a dry run", () -> Migrator.of(db, new Doing(() -> {})).dryRun());
        uses.put("an undo", () -> Migrator.of(db).undo());
        uses.put("a baseline", () -> Migrator.of(db, new Doing(() -> {})).baseline(2));
        uses.put("a copy of it", () -> DB.copy(db, other));
        uses.put("a copy into it", () -> DB.copy(other, db));
        uses.put("a read of the store that is converted", () -> DB.get(notes, "a"));
        uses.put("a read of another store", () -> DB.getAll(log));
        uses.put("a snapshot", () -> db.snapshot(() -> DB.keys(log)));
        uses.put("the list of stores", () -> db.stores());
        uses.put("its end", () -> db.close());
        return uses;
    }

    private void assertThatNothingIsChanged(String what) {
        assertThat(DB.getAllWithKeys(notes)).as(what).isEqualTo(Map.of("a", new Before("one"), "b", new Before("two")));
        assertThat(DB.keys(log)).as(what).isEmpty();
        assertThat(db.stores()).as(what).extracting(StoreInfo::name).containsExactly("log", "notes");
    }

    @Test
    void whateverTheScriptDoesWithTheDatabaseIsRefusedAndNothingOfItIsLeft() {
        try (Database other = DB.open(place.in(directory, "other").location())) {
            DB.set(other.store("others", Before.class), "o", new Before("other"));
            uses(other).forEach((what, use) -> {
                Migrator migrator = Migrator.of(db, new Doing(use));
                MigrationFailed failed = catchThrowableOfType(MigrationFailed.class, migrator::run);
                assertThat(failed).as(what).hasRootCauseInstanceOf(InvalidUse.class);
                assertThat(failed.reason()).as(what).contains("InvalidUse", "while its stores are changed");
                assertThatNothingIsChanged(what);

                assertThat(migrator.dryRun().failures()).as(what).hasSize(2).allSatisfy(failure -> {
                    assertThat(failure.reason()).isEqualTo(Failure.Reason.CONVERTER);
                    assertThat(failure.words()).contains("InvalidUse");
                });
                assertThatNothingIsChanged(what);
            });
            assertThat(other.stores()).extracting(StoreInfo::name).containsExactly("others");
        }
    }

    @Test
    void aScriptThatCatchesTheRefusalHasWrittenNothing() {
        Migrator migrator = Migrator.of(
                db,
                new Doing(() -> uses(db).values().forEach(use -> {
                    try {
                        use.run();
                    } catch (InvalidUse e) {
                        // goes on
                    }
                })));
        assertThat(migrator.dryRun().succeeds()).isTrue();
        assertThatNothingIsChanged("a dry run");
        migrator.run();
        assertThat(DB.getAllWithKeys(db.store("notes", After.class)))
                .isEqualTo(Map.of("a", new After("one"), "b", new After("two")));
        assertThat(DB.keys(log)).isEmpty();
        migrator.undo();
        assertThatNothingIsChanged("the undo");
    }

    @Test
    void functionsOfStepsAndListenersAreRefusedAlike() {
        Script listed = Changes.of(2, "a test", change("notes", After.class, rename("name", "title")));
        Script steps = Changes.of(
                2,
                "a test",
                change("notes", After.class, Steps.remove("name"), add("title", row -> DB.count(log) + " records")));
        assertThatThrownBy(() -> Migrator.of(db, steps).run()).hasRootCauseInstanceOf(InvalidUse.class);
        Migrator watched = Migrator.of(db, listed)
                .withProgress((phase, store, done, total) -> DB.set(log, phase.name(), new Before(store)));
        assertThatThrownBy(watched::run).isInstanceOf(InvalidUse.class);
        assertThatNothingIsChanged("the runs");
    }

    @Test
    void anotherDatabaseIsFreeToBeUsed() {
        try (Database other = DB.open(place.in(directory, "other").location());
                Database memory = DB.inMemory()) {
            for (Database free : List.of(other, memory)) {
                Datastore<Before> names = free.store("names", Before.class);
                DB.set(names, "x", new Before("read"));
                Migrator migrator = Migrator.of(db, new Doing(() -> {
                    free.transaction(() -> DB.set(names, "y", DB.get(names, "x").orElseThrow()));
                    free.store("more", Before.class);
                }));
                migrator.run();
                assertThat(DB.keys(names)).containsExactly("x", "y");
                migrator.undo();
            }
        }
    }

    @Test
    void aDatabaseInMemoryRefusesTheSame() {
        try (Database memory = DB.inMemory()) {
            Datastore<Before> held = memory.store("notes", Before.class);
            DB.set(held, "a", new Before("one"));
            assertThatThrownBy(() -> Migrator.of(memory, new Doing(() -> DB.set(held, "b", new Before("two"))))
                            .run())
                    .hasRootCauseInstanceOf(InvalidUse.class);
            assertThatThrownBy(() -> Migrator.of(memory, new Doing(() -> DB.getAllWithKeys(held)))
                            .run())
                    .hasRootCauseInstanceOf(InvalidUse.class);
            assertThat(DB.getAllWithKeys(held)).isEqualTo(Map.of("a", new Before("one")));
        }
    }

    @Test
    void whatIsWrittenBehindARunThatFailedIsThere() {
        assertThatThrownBy(() -> Migrator.of(db, new Doing(() -> DB.set(log, "x", new Before("x"))))
                        .run())
                .isInstanceOf(MigrationFailed.class);
        DB.set(log, "y", new Before("y"));
        assertThat(DB.keys(log)).containsExactly("y");
    }
}
