package dev.quarry.migration;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.part;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.renameStore;
import static dev.quarry.migration.Steps.splitStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.SchemaVersion;
import dev.quarry.StoreInfo;
import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores that pass their names on to each other in a run, and get them back. */
@ParameterizedClass
@EnumSource(Place.class)
final class UndoRenamesTest extends OpenDatabase {
    record Pet(String name, int age) {}

    record Ageless(String name) {}

    private State before;

    /** All that an undo gives back, by store. */
    private record State(
            List<StoreInfo> stores,
            Map<String, Map<String, Pet>> records,
            Map<String, Map<String, Long>> versions,
            Map<String, List<SchemaVersion>> shapes,
            List<String> tables,
            List<String> indexes) {}

    @BeforeEach
    void fill() throws SQLException {
        for (String store : List.of("a", "b", "c")) {
            Datastore<Pet> pets = pets(store);
            DB.set(pets, "1", new Pet("first of " + store, 1));
            DB.set(pets, "2", new Pet("second of " + store, 2));
            DB.set(pets, "2", new Pet("second of " + store, 3));
        }
        DB.delete(pets("b"), "1");
        before = state();
    }

    private Datastore<Pet> pets(String store) {
        return pets(store, store);
    }

    /** A store with the indexes that it had under another name: with others it would be given these. */
    private Datastore<Pet> pets(String store, String nameBefore) {
        return nameBefore.equals("c")
                ? db.store(store, Pet.class, index(Pet::age))
                : db.store(store, Pet.class, index(Pet::age), unique(Pet::name));
    }

    private void assertNameBefore(String store, String nameBefore) {
        assertThat(DB.get(pets(store, nameBefore), "2").orElseThrow().name()).isEqualTo("second of " + nameBefore);
    }

    private State state() throws SQLException {
        List<StoreInfo> stores = db.stores();
        List<String> indexes = site.indexes();
        Map<String, Map<String, Pet>> records = new TreeMap<>();
        Map<String, Map<String, Long>> versions = new TreeMap<>();
        Map<String, List<SchemaVersion>> shapes = new TreeMap<>();
        for (StoreInfo store : stores) {
            Datastore<Pet> pets = pets(store.name());
            Map<String, Long> written = new TreeMap<>();
            DB.keys(pets)
                    .forEach(key ->
                            written.put(key, DB.entry(pets, key).orElseThrow().version()));
            records.put(store.name(), DB.getAllWithKeys(pets));
            versions.put(store.name(), written);
            shapes.put(store.name(), db.schemaHistory(store.name()));
        }
        return new State(stores, records, versions, shapes, site.dataTables(), indexes);
    }

    private Migrator migrator(Change... changes) {
        return Migrator.of(db, Changes.of(2, "names", changes));
    }

    @Test
    void aChainOfNamesIsUndone() throws SQLException {
        db.drop("b");
        before = state();
        Migrator chain = migrator(renameStore("a", "b"), renameStore("c", "a"));
        chain.run();
        assertNameBefore("b", "a");
        assertNameBefore("a", "c");

        assertThat(chain.undo().restored()).containsExactly("a", "c");

        assertThat(state()).isEqualTo(before);
        assertThatThrownBy(() -> DB.set(pets("a"), "3", new Pet("second of a", 1)))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void aSwapIsUndone() throws SQLException {
        Migrator swap = migrator(renameStore("a", "between"), renameStore("b", "a"), renameStore("between", "b"));
        swap.run();
        assertNameBefore("a", "b");
        assertNameBefore("b", "a");

        assertThat(swap.undo().restored()).containsExactly("a", "b");

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aRingOfNamesIsUndoneAndRunsAgain() throws SQLException {
        Migrator ring = migrator(
                renameStore("a", "between"), renameStore("b", "a"), renameStore("c", "b"), renameStore("between", "c"));
        for (int i = 0; i < 2; i++) {
            ring.run();
            assertNameBefore("a", "b");
            assertNameBefore("b", "c");
            assertNameBefore("c", "a");

            ring.undo();

            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void whatWasWrittenUnderTheNewNamesComesWithTheStores() {
        Migrator swap = migrator(renameStore("a", "between"), renameStore("b", "a"), renameStore("between", "b"));
        swap.run();
        DB.set(pets("b", "a"), "3", new Pet("of a", 1));
        DB.set(pets("a", "b"), "4", new Pet("of b", 1));

        assertThat(swap.undo().lost()).isEmpty();

        assertThat(DB.keys(pets("a"))).containsExactly("1", "2", "3");
        assertThat(DB.keys(pets("b"))).containsExactly("2", "4");
    }

    @Test
    void aNameGoesBackFromAStoreThatWasConvertedToo() throws SQLException {
        db.drop("b");
        before = state();
        Migrator both =
                migrator(renameStore("a", "b"), change("b", Ageless.class, remove("age")), renameStore("c", "a"));
        both.run();
        assertThat(DB.get(db.store("b", Ageless.class), "2")).contains(new Ageless("second of a"));
        assertNameBefore("a", "c");

        both.undo();

        assertStateIgnoringShapes();
    }

    @Test
    void aNameGoesBackFromAStoreThatTheRunMade() throws SQLException {
        Migrator both = migrator(
                renameStore("a", "old"),
                splitStore("b", part("a", Pet.class, row -> true), part("d", Pet.class, row -> true)),
                renameStore("c", "b"));
        both.run();
        assertNameBefore("old", "a");
        assertNameBefore("a", "b");
        assertNameBefore("b", "c");
        assertNameBefore("d", "b");

        both.undo();

        assertStateIgnoringShapes();
    }

    /** The history of a converted store goes on. */
    private void assertStateIgnoringShapes() throws SQLException {
        assertThat(state()).usingRecursiveComparison().ignoringFields("shapes").isEqualTo(before);
        assertThat(db.schemaHistory("c")).isEqualTo(before.shapes().get("c"));
    }
}
