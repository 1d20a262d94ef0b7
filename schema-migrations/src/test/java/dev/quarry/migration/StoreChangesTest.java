package dev.quarry.migration;

import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.changeKey;
import static dev.quarry.migration.Steps.mergeStores;
import static dev.quarry.migration.Steps.part;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.renameStore;
import static dev.quarry.migration.Steps.source;
import static dev.quarry.migration.Steps.splitStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.StoreInfo;
import dev.quarry.migration.error.InvalidScript;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.testing.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Place.class)
final class StoreChangesTest extends OpenDatabase {
    record Pet(String name, String species) {}

    record Dog(String name) {}

    record Cat(String called, String species) {}

    private MigrationRun run(Change... changes) {
        return Migrator.of(db, Changes.of(2, "a test", changes)).run();
    }

    private void fillPets() {
        Datastore<Pet> pets = db.store("pets", Pet.class);
        DB.set(pets, "1", new Pet("Rex", "dog"));
        DB.set(pets, "2", new Pet("Tom", "cat"));
        DB.set(pets, "3", new Pet("Laika", "dog"));
    }

    @Test
    void aRenamedStoreKeepsItsRecordsAndItsOpenHandles() {
        fillPets();
        Datastore<Pet> open = db.store("pets", Pet.class);

        assertThat(run(renameStore("pets", "animals")).backup()).isEmpty();

        assertThat(DB.count(db.store("animals", Pet.class))).isEqualTo(3);
        assertThat(DB.count(open)).isEqualTo(3);
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("animals");
    }

    @Test
    void aStoreIsSplitIntoTwo() {
        fillPets();

        run(splitStore(
                "pets",
                part("dogs", Dog.class, row -> row.get("species", String.class).equals("dog"), remove("species")),
                part(
                        "cats",
                        Cat.class,
                        row -> row.get("species", String.class).equals("cat"),
                        rename("name", "called"))));

        assertThat(DB.getAllWithKeys(db.store("dogs", Dog.class)))
                .isEqualTo(Map.of("1", new Dog("Rex"), "3", new Dog("Laika")));
        assertThat(DB.getAllWithKeys(db.store("cats", Cat.class))).isEqualTo(Map.of("2", new Cat("Tom", "cat")));
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("cats", "dogs");
    }

    @Test
    void aPartCanKeepTheNameOfTheStore() {
        fillPets();

        run(splitStore(
                "pets",
                part("pets", Pet.class, row -> true),
                part("dogs", Dog.class, row -> row.get("species", String.class).equals("dog"), remove("species"))));

        assertThat(DB.count(db.store("pets", Pet.class))).isEqualTo(3);
        assertThat(DB.count(db.store("dogs", Dog.class))).isEqualTo(2);
    }

    @Test
    void aRecordThatNoPartTakesStopsTheRun() {
        fillPets();

        assertThatThrownBy(() -> run(splitStore(
                        "pets",
                        part(
                                "dogs",
                                Dog.class,
                                row -> row.get("species", String.class).equals("dog"),
                                remove("species")))))
                .isInstanceOfSatisfying(MigrationFailed.class, failed -> {
                    assertThat(failed.store()).isEqualTo("pets");
                    assertThat(failed.key()).isEqualTo("2");
                    assertThat(failed.reason()).isEqualTo("none of dogs takes it");
                });
        assertThat(DB.count(db.store("pets", Pet.class))).isEqualTo(3);
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("pets");
    }

    @Test
    void aChangeWithoutStoresIsRefusedWhenTheScriptIsMade() {
        assertThatThrownBy(() -> Changes.of(2, "a test", splitStore("pets")))
                .isInstanceOfSatisfying(InvalidScript.class, invalid -> {
                    assertThat(invalid.script()).isEqualTo("a script with splitStore(\"pets\")");
                    assertThat(invalid.reason())
                            .isEqualTo("it names no part(…), so no record would have a place to go to; name those to"
                                    + " which they go");
                });
        assertThatThrownBy(() -> Changes.of(2, "a test", mergeStores("pets", Pet.class)))
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining("mergeStores(\"pets\")", "source(…)");
    }

    private void fillDogsAndCats() {
        DB.set(db.store("dogs", Dog.class), "1", new Dog("Rex"));
        DB.set(db.store("cats", Cat.class), "1", new Cat("Tom", "cat"));
        DB.set(db.store("cats", Cat.class), "2", new Cat("Felix", "cat"));
    }

    @Test
    void twoStoresAreMergedIntoOne() {
        fillDogsAndCats();

        run(mergeStores(
                "pets",
                Pet.class,
                source("dogs", add("species", row -> "dog"), changeKey((key, row) -> "dog-" + key)),
                source("cats", rename("called", "name"), changeKey((key, row) -> "cat-" + key))));

        assertThat(DB.getAllWithKeys(db.store("pets", Pet.class)))
                .isEqualTo(Map.of(
                        "dog-1", new Pet("Rex", "dog"),
                        "cat-1", new Pet("Tom", "cat"),
                        "cat-2", new Pet("Felix", "cat")));
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("pets");
    }

    @Test
    void aKeyOfBothStoresStopsTheRunAndNamesBothRecords() {
        fillDogsAndCats();

        assertThatThrownBy(() -> run(mergeStores(
                        "pets",
                        Pet.class,
                        source("dogs", add("species", row -> "dog")),
                        source("cats", rename("called", "name")))))
                .isInstanceOfSatisfying(MigrationFailed.class, failed -> {
                    assertThat(failed.store()).isEqualTo("cats");
                    assertThat(failed.key()).isEqualTo("1");
                    assertThat(failed.reason())
                            .isEqualTo("its new key '1' is that of the record '1' of store 'dogs' already");
                });
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("cats", "dogs");
    }

    @Test
    void aStoreThatIsMergedIntoAnotherMayBeEmptyOrMissing() {
        DB.set(db.store("dogs", Dog.class), "1", new Dog("Rex"));
        db.store("cats", Cat.class);

        run(mergeStores(
                "pets",
                Pet.class,
                source("dogs", add("species", row -> "dog")),
                source("cats", rename("called", "name")),
                source("birds", rename("called", "name"))));

        assertThat(DB.count(db.store("pets", Pet.class))).isEqualTo(1);
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("pets");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        fillPets();
        fillDogsAndCats();

        assertThatThrownBy(() -> run(renameStore("pets", "dogs")))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("there is a store 'dogs' already");
        assertThatThrownBy(() -> run(splitStore("pets", part("dogs", Dog.class, row -> true, remove("species")))))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("the store 'dogs' holds records already");
    }

    /** The only problem of a plan, with which a run is refused before it makes a backup or converts a record. */
    private String problem(Change... changes) {
        Migrator migrator = Migrator.of(db, Changes.of(2, "a test", changes));
        assertThatThrownBy(migrator::run)
                .isInstanceOfSatisfying(
                        MigrationRefused.class,
                        refused -> assertThat(refused.reasons())
                                .isEqualTo(migrator.plan().problems())
                                .hasSize(1));
        assertThat(migrator.history()).isEmpty();
        return migrator.plan().problems().get(0);
    }

    @Test
    void aNameThatIsNoneIsAProblemOfThePlan() {
        fillPets();
        fillDogsAndCats();

        assertThat(problem(change("pets", Dog.class, remove("species")), renameStore("pets", "all pets")))
                .startsWith(
                        "version 2 (a test): 'pets' would get a name that is none: 'all pets' is no name for a store;");
        assertThat(problem(splitStore("pets", part("", Dog.class, row -> true, remove("species")))))
                .startsWith("version 2 (a test): records would go to a store whose name is none: '' is no name");
        assertThat(problem(mergeStores("1", Dog.class, source("dogs"))))
                .startsWith("version 2 (a test): records would go to a store whose name is none: '1' is no name");
        assertThat(problem(renameStore("nowhere", "a b"))).contains("'a b' is no name for a store");
    }

    @Test
    void partsOfOneNameThatHoldDifferentRecordsAreAProblemOfThePlan() {
        fillPets();

        assertThat(problem(splitStore(
                        "pets",
                        part(
                                "all",
                                Dog.class,
                                row -> row.get("name", String.class).equals("Rex"),
                                remove("species")),
                        part("all", Pet.class, row -> true))))
                .isEqualTo(
                        "version 2 (a test): the records that go to store 'all' become " + Dog.class.getName() + " and "
                                + Pet.class.getName()
                                + ", and a store holds one kind of record; let them become the same, or name"
                                + " another store");
    }

    @Test
    void partsOfOneNameAndRecordAreOneStore() {
        fillPets();

        run(splitStore(
                "pets",
                part("dogs", Dog.class, row -> row.get("name", String.class).equals("Rex"), remove("species")),
                part("dogs", Dog.class, row -> !row.get("name", String.class).equals("Rex"), remove("species"))));

        assertThat(DB.keys(db.store("dogs", Dog.class))).containsExactly("1", "2", "3");
    }

    @Test
    void aPlanTellsWhetherABackupIsMade() {
        fillPets();

        assertThat(Migrator.of(db, Changes.of(2, "a test", renameStore("pets", "animals")))
                        .plan()
                        .makesBackup())
                .isFalse();
        assertThat(Migrator.of(db, Changes.of(2, "a test", change("pests", Dog.class)))
                        .plan()
                        .makesBackup())
                .isFalse();
        Migrator converting = Migrator.of(
                db,
                Changes.of(
                        2, "a test", renameStore("pets", "animals"), change("animals", Dog.class, remove("species"))));
        assertThat(converting.plan().makesBackup()).isTrue();
        assertThat(converting.run().backup()).isPresent();
        assertThat(converting.plan().makesBackup()).isFalse();
    }

    @Test
    void aStoreThatIsNotThereIsSaidToBeMissing() {
        fillPets();

        MigrationPlan plan = Migrator.of(db, Changes.of(2, "typo", change("pests", Dog.class, remove("species"))))
                .plan();

        assertThat(plan.describe())
                .contains("store 'pests' is not there, so there is nothing to convert (there are pets)");
    }
}
