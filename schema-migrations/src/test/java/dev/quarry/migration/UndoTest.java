package dev.quarry.migration;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.renameStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.SchemaVersion;
import dev.quarry.StoreInfo;
import dev.quarry.annotation.Default;
import dev.quarry.engine.Capability;
import dev.quarry.error.MissingCapability;
import dev.quarry.error.UniqueViolation;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.error.UndoRefused;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.Place;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Place.class)
final class UndoTest extends OpenDatabase {
    private static final Before ADA = new Before("Ada Lovelace", 36, "London");

    record Pet(String name) {}

    @BeforeEach
    void fill() {
        DB.set(people(), "ada", ADA);
        DB.set(people(), "ada", ADA);
        DB.set(db.store("pets", Pet.class), "rex", new Pet("Rex"));
    }

    private Datastore<Before> people() {
        return db.store("people", Before.class, index(Before::age), unique(Before::name));
    }

    private Migrator migrator() {
        return Migrator.of(db, new V2__split_name());
    }

    @Test
    void theStoreIsAsItWasAndTheHistoryKeepsBoth() {
        Datastore<Before> open = people();
        migrator().run();

        Undone undone = migrator().undo();

        assertThat(undone).isEqualTo(new Undone(2, 1, java.util.List.of("people"), java.util.List.of()));
        assertThat(DB.entry(people(), "ada").orElseThrow()).satisfies(entry -> {
            assertThat(entry.value()).isEqualTo(ADA);
            assertThat(entry.version()).isEqualTo(2);
        });
        assertThat(DB.get(open, "ada")).as("through a handle from before").contains(ADA);
        assertThatThrownBy(() -> DB.set(open, "other", ADA)).isInstanceOf(UniqueViolation.class);
        assertThat(migrator().history())
                .extracting(HistoryEntry::outcome)
                .containsExactly(Outcome.DONE, Outcome.UNDONE);
        assertThat(migrator().status().pending()).hasSize(1);
    }

    @Test
    void whatWasUndoneRunsAgain() {
        migrator().run();
        migrator().undo();
        DB.set(people(), "alan", new Before("Alan Turing", 41, null));

        migrator().run();

        assertThat(DB.getAllWithKeys(db.store("people", Person.class)))
                .isEqualTo(Map.of(
                        "ada", new Person("Ada", "Lovelace", 36, "London"),
                        "alan", new Person("Alan", "Turing", 41, null)));
        migrator().undo();
        assertThat(DB.count(people())).isEqualTo(2);
    }

    @Test
    void otherStoresKeepWhatWasWrittenSince() {
        migrator().run();
        DB.set(db.store("pets", Pet.class), "tom", new Pet("Tom"));

        migrator().undo();

        assertThat(DB.keys(db.store("pets", Pet.class))).containsExactly("rex", "tom");
    }

    @Test
    void writesSinceTheRunAreNotLostUnasked() {
        migrator().run();
        DB.set(db.store("people", Person.class), "alan", new Person("Alan", "Turing", 41, null));

        assertThatThrownBy(migrator()::undo)
                .isInstanceOfSatisfying(
                        UndoRefused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("store 'people' has been written to since the run (1 records then, 2 now)"));
        assertThat(DB.count(db.store("people", Person.class))).isEqualTo(2);

        Undone undone = migrator().undo(LaterWrites.DISCARD);
        assertThat(undone.lost()).hasSize(1);
        assertThat(DB.keys(people())).containsExactly("ada");
    }

    @Test
    void aRenamedStoreGetsItsNameBackWithWhatWasWrittenSince() {
        Migrator renaming = Migrator.of(db, Changes.of(2, "persons", renameStore("people", "persons")));
        renaming.run();
        Datastore<Before> persons = db.store("persons", Before.class, index(Before::age), unique(Before::name));
        DB.set(persons, "alan", new Before("Alan Turing", 41, null));

        renaming.undo();

        assertThat(DB.keys(people())).containsExactly("ada", "alan");
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("people", "pets");
    }

    record Dog(String name) {}

    @Test
    void aSplitIsUndoneToo() {
        DB.set(db.store("pets", Pet.class), "tom", new Pet("Tom"));
        Migrator splitting = Migrator.of(
                db,
                Changes.of(
                        2,
                        "dogs",
                        Steps.splitStore(
                                "pets",
                                Steps.part(
                                        "dogs",
                                        Dog.class,
                                        row -> row.get("name", String.class).equals("Rex")),
                                Steps.part(
                                        "cats",
                                        Dog.class,
                                        row -> !row.get("name", String.class).equals("Rex")))));
        splitting.run();
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("cats", "dogs", "people");

        splitting.undo();

        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("people", "pets");
        assertThat(DB.keys(db.store("pets", Pet.class))).containsExactly("rex", "tom");
    }

    record Nobody(String city) {}

    @Test
    void allScriptsOfTheLastRunAreUndoneTogetherAndNoMore() {
        migrator().run();
        Script third = Changes.of(3, "moved", renameStore("pets", "animals"));
        Script fourth = Changes.of(
                4,
                "less",
                change(
                        "people",
                        Nobody.class,
                        remove("given"),
                        remove("family"),
                        remove("age"),
                        Steps.require("city", "?")));
        Migrator later = Migrator.of(db, new V2__split_name(), third, fourth);
        later.run();

        assertThat(later.undo().to()).isEqualTo(2);
        assertThat(DB.get(db.store("people", Person.class), "ada").orElseThrow().family())
                .isEqualTo("Lovelace");
        assertThat(DB.count(db.store("pets", Pet.class))).isEqualTo(1);
        assertThat(later.undo().to()).isEqualTo(1);
        assertThat(DB.get(people(), "ada")).contains(ADA);
        assertThatThrownBy(later::undo).isInstanceOf(UndoRefused.class).hasMessageContaining("no script has run");
    }

    @Test
    void withoutItsBackupARunStays() {
        String backup = migrator().run().backup().orElseThrow();
        assertThat(migrator().backups()).containsExactly(backup);
        assertThat(migrator().deleteBackup(backup)).isTrue();
        assertThat(migrator().deleteBackup(backup)).isFalse();
        assertThat(migrator().backups()).isEmpty();

        assertThatThrownBy(migrator()::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining(backup)
                .hasMessageContaining("is not there");
        assertThat(DB.count(db.store("people", Person.class))).isEqualTo(1);
    }

    @Test
    void namesComeBackWithoutABackup() {
        String backup = migrator().run().backup().orElseThrow();
        Script third = Changes.of(3, "animals", renameStore("pets", "animals"));
        Migrator renaming = Migrator.of(db, new V2__split_name(), third);
        assertThat(renaming.run().backup()).isEmpty();
        assertThat(renaming.history())
                .extracting(HistoryEntry::backup)
                .containsExactly(Optional.of(backup), Optional.empty());
        assertThat(renaming.deleteBackup(backup)).isTrue();

        assertThat(renaming.undo()).isEqualTo(new Undone(3, 2, java.util.List.of("pets"), java.util.List.of()));

        assertThat(DB.keys(db.store("pets", Pet.class))).containsExactly("rex");
        assertThatThrownBy(renaming::undo).isInstanceOf(UndoRefused.class).hasMessageContaining(backup);
        assertThat(DB.count(db.store("people", Person.class))).isEqualTo(1);
    }

    @Test
    void aRenamedStoreThatWasRenamedAgainOrWhoseNameIsTakenIsNotTouched() {
        Migrator renaming = Migrator.of(db, Changes.of(2, "animals", renameStore("pets", "animals")));
        renaming.run();

        DB.set(db.store("pets", Pet.class), "tom", new Pet("Tom"));
        assertThatThrownBy(renaming::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("there is a new store 'pets'");
        db.rename("animals", "beasts");
        db.rename("pets", "animals");
        assertThatThrownBy(() -> renaming.undo(LaterWrites.DISCARD))
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("store 'animals' is not the one any more that the run left");
        assertThat(DB.keys(db.store("beasts", Pet.class))).containsExactly("rex");
        assertThat(DB.keys(db.store("animals", Pet.class))).containsExactly("tom");
    }

    @Test
    void aStoreThatIsNoLongerWhatTheRunLeftIsNotTouched() {
        migrator().run();
        db.rename("people", "persons");

        assertThatThrownBy(migrator()::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("store 'people' is not the one any more that the run left");
        assertThat(DB.count(db.store("persons", Person.class))).isEqualTo(1);
    }

    @Test
    void inMemoryThereIsNoWayBackForRecords() {
        try (Database memory = DB.inMemory()) {
            DB.set(memory.store("people", Before.class), "ada", ADA);
            Migrator migrator = Migrator.of(memory, new V2__split_name());
            migrator.run();

            assertThatThrownBy(migrator::undo).isInstanceOf(UndoRefused.class).hasMessageContaining("in memory");
        }
    }

    @Test
    void inMemoryNamesComeBackWithWhatWasWrittenSince() {
        try (Database memory = DB.inMemory()) {
            DB.set(memory.store("people", Before.class), "ada", ADA);
            Migrator migrator = Migrator.of(memory, Changes.of(2, "persons", renameStore("people", "persons")));
            assertThat(migrator.run().backup()).isEmpty();
            DB.set(memory.store("persons", Before.class), "eve", ADA);

            assertThat(migrator.undo().restored()).containsExactly("people");

            assertThat(memory.stores()).extracting(StoreInfo::name).containsExactly("people");
            assertThat(DB.keys(memory.store("people", Before.class))).containsExactly("ada", "eve");
            assertThat(migrator.status().pending()).hasSize(1);
        }
    }

    @Test
    void theHistoryOfTheSchemaGoesOn() {
        people();
        migrator().run();
        migrator().undo();

        assertThat(db.schemaHistory("people"))
                .extracting(SchemaVersion::version, version -> version.changes().get(0))
                .containsExactly(
                        tuple(1, "the store was created"),
                        tuple(2, "migration 2 (split name)"),
                        tuple(3, "it is again as it was in version 1"));
    }

    record Stop(String place) {}

    record Tour(String name, @Nullable Stop stop) {}

    record LongerStop(String place, @Default("1") int nights) {}

    record LongerTour(String name, @Nullable LongerStop stop) {}

    record NamelessTour(@Nullable LongerStop stop) {}

    /** An older program leaves it to the database to fill what it does not know inside a record that may be absent. */
    @Test
    void olderProgramsGoOnAfterAnUndoAsBefore() {
        DB.set(db.store("tours", Tour.class), "a", new Tour("A", new Stop("Athens")));
        if (!db.generations().engine().capabilities().has(Capability.TRIGGERS)) {
            assertThatThrownBy(() -> db.store("tours", LongerTour.class)).isInstanceOf(MissingCapability.class);
            return;
        }
        db.store("tours", LongerTour.class);
        Script nameless = Changes.of(2, "nameless", change("tours", NamelessTour.class, remove("name")));
        Migrator.of(db, nameless).run();
        Migrator.of(db, nameless).undo();

        DB.set(db.store("tours", Tour.class), "b", new Tour("B", new Stop("Berlin")));

        assertThat(DB.get(db.store("tours", LongerTour.class), "b"))
                .contains(new LongerTour("B", new LongerStop("Berlin", 1)));
    }
}
