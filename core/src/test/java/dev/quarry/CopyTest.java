package dev.quarry;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.CopyFailed;
import dev.quarry.error.StoreExists;
import dev.quarry.error.UniqueViolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** One database copied into another, of the same engine or not. */
@ParameterizedClass
@CsvSource({
    "FILE, POSTGRESQL",
    "POSTGRESQL, FILE",
    "FILE, MEMORY",
    "POSTGRESQL, POSTGRESQL",
    "FILE, MINIMAL",
    "MINIMAL, FILE"
})
final class CopyTest {
    record City(String name, @Nullable String region, int population, double height) {}

    record Older(String name) {}

    record Newer(String name, @Nullable String motto) {}

    record Turned(@Nullable String motto, String name) {}

    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Parameter(0)
    Where from;

    @Parameter(1)
    Where to;

    @TempDir
    Path sourceDirectory;

    @TempDir
    Path targetDirectory;

    private Database source;
    private Database target;
    private Datastore<City> cities;

    @BeforeEach
    void open() {
        source = from.open(sourceDirectory);
        target = to.open(targetDirectory);
        cities = source.store("cities", City.class, index(City::population), unique(City::name));
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private static Map<String, City> cities(int count) {
        Map<String, City> records = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            double height = i % 5 == 0 ? Double.NaN : i % 5 == 1 ? -0.0 : i / 3.0;
            records.put("k" + i, new City("city " + i + " \u00e9\ud83d\ude00", i % 3 == 0 ? null : "r", i, height));
        }
        return records;
    }

    @Test
    void recordsVersionsAndIndexesAreThereAsTheyWere() {
        DB.setAll(cities, cities(2_500));
        DB.set(cities, "k7", new City("seven", null, 7, Double.MIN_VALUE));

        List<CopiedStore> copied = DB.copy(source, target);

        assertThat(copied).extracting(CopiedStore::name).containsExactly("cities");
        assertThat(copied.get(0).records()).isEqualTo(2_500);
        Datastore<City> there = target.store("cities", City.class, index(City::population), unique(City::name));
        assertThat(DB.getAllWithKeys(there)).isEqualTo(DB.getAllWithKeys(cities));
        assertThat(DB.entry(there, "k7").orElseThrow().version()).isEqualTo(2);
        assertThat(target.stores()).isEqualTo(source.stores());
        assertThatThrownBy(() -> DB.set(there, "other", new City("seven", null, 1, 1)))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void aCopyThatIsOvertakenByAnotherWritesNothingMore() {
        DB.setAll(cities, cities(2_500));
        AtomicInteger copies = new AtomicInteger();

        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done == 1_000 && copies.incrementAndGet() == 1) {
                        CompletableFuture.runAsync(() -> DB.copy(source, target))
                                .join();
                        DB.delete(target.store("cities", City.class), "k999");
                    }
                }))
                .isInstanceOf(CopyFailed.class)
                .hasMessageContaining("overtaken");

        assertThat(DB.count(target.store("cities", City.class))).isEqualTo(2_499);
    }

    @Test
    void aCopyThatAnotherBeginsAnewIsOvertakenToo() {
        DB.setAll(cities, cities(2_500));
        AtomicInteger copies = new AtomicInteger();

        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done == 2_500 && copies.incrementAndGet() == 1) {
                        CompletableFuture.runAsync(() -> {
                                    DB.delete(cities, "k1");
                                    DB.copy(source, target);
                                })
                                .join();
                    }
                }))
                .isInstanceOf(CopyFailed.class)
                .hasMessageContaining("overtaken");

        assertThat(DB.getAllWithKeys(target.store("cities", City.class))).isEqualTo(DB.getAllWithKeys(cities));
    }

    @Test
    void aCopyThatAnotherWithoutSuchAStoreDropsSaysSoAndIsMadeAgain() {
        DB.setAll(cities, cities(2_500));

        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done == 1_000) {
                        copyAnother();
                    }
                }))
                .isInstanceOf(CopyFailed.class)
                .hasMessageContaining("overtaken")
                .hasMessageContaining("dropped it because what it copies has no such store");

        DB.copy(source, target);
        assertThat(DB.getAllWithKeys(target.store("cities", City.class))).isEqualTo(DB.getAllWithKeys(cities));
        assertThat(target.stores()).extracting(StoreInfo::name).containsExactly("another", "cities");
    }

    private void copyAnother() {
        try (Database another = DB.inMemory()) {
            another.store("another", Older.class);
            DB.copy(another, target);
        }
    }

    @Test
    void aSourceThatNeverHadAStoreDropsNothing() {
        DB.setAll(cities, cities(2_500));

        DB.copy(source, target, (store, done, total) -> {
            if (done == 1_000) {
                try (Database empty = DB.inMemory()) {
                    assertThat(DB.copy(empty, target)).isEmpty();
                }
            }
        });

        assertThat(DB.count(target.store("cities", City.class))).isEqualTo(2_500);
    }

    @Test
    void aCopyGoesOnWhereItStopped() {
        DB.setAll(cities, cities(3_500));
        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done >= 2_000) {
                        throw new Interruption();
                    }
                }))
                .isInstanceOf(Interruption.class);
        assertThat(target.stores()).isEmpty();

        List<Long> steps = new ArrayList<>();
        List<CopiedStore> copied = DB.copy(source, target, (store, done, total) -> steps.add(done));

        assertThat(steps).startsWith(2_000L).endsWith(3_500L);
        assertThat(copied.get(0).records()).isEqualTo(3_500);
        assertThat(DB.getAllWithKeys(target.store("cities", City.class))).isEqualTo(DB.getAllWithKeys(cities));
    }

    @Test
    void whatChangedSinceItStoppedIsCopiedAnew() {
        DB.setAll(cities, cities(2_500));
        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done >= 1_000) {
                        throw new Interruption();
                    }
                }))
                .isInstanceOf(Interruption.class);
        DB.set(cities, "k0", new City("changed", null, -1, 0.5));
        DB.delete(cities, "k1");

        DB.copy(source, target);

        assertThat(DB.getAllWithKeys(target.store("cities", City.class))).isEqualTo(DB.getAllWithKeys(cities));
    }

    @Test
    void aCompleteCopyIsComparedAndAnotherStoreOfTheNameIsRefused() {
        DB.setAll(cities, cities(10));
        List<CopiedStore> first = DB.copy(source, target);

        assertThat(DB.copy(source, target)).isEqualTo(first);

        DB.delete(target.store("cities", City.class), "k3");
        assertThatThrownBy(() -> DB.copy(source, target)).isInstanceOf(StoreExists.class);
        assertThat(DB.count(target.store("cities", City.class))).isEqualTo(9);
    }

    @Test
    void aRecordThatSomebodyChangesInTheCopyMeanwhileFailsItAndTheNextOneRepairsIt() {
        DB.setAll(cities, cities(2_500));

        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done == 2_000) {
                        tamper();
                    }
                }))
                .isInstanceOfSatisfying(
                        CopyFailed.class, failed -> assertThat(failed.store()).isEqualTo("cities"))
                .hasMessageMatching(
                        "the copy of store 'cities' is not complete: 2500 records of digest \\p{XDigit}{64} were"
                                + " copied, and 2500 of digest \\p{XDigit}{64} are there; somebody else wrote to the copy, or a"
                                + " disk is damaged; copy again");
        assertThat(target.stores()).isEmpty();

        DB.copy(source, target);

        assertThat(DB.getAllWithKeys(target.store("cities", City.class))).isEqualTo(DB.getAllWithKeys(cities));
    }

    @Test
    void aRecordThatSomebodyChangesInAnInterruptedCopyIsCopiedAnew() {
        DB.setAll(cities, cities(2_500));
        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done >= 1_000) {
                        throw new Interruption();
                    }
                }))
                .isInstanceOf(Interruption.class);
        tamper();

        DB.copy(source, target);

        assertThat(DB.getAllWithKeys(target.store("cities", City.class))).isEqualTo(DB.getAllWithKeys(cities));
    }

    /** Changes one value in the copy's first table, and not the number of the record's version. */
    private void tamper() {
        String table = target.engine().tableName("cities", 1);
        int changed = target.engine()
                .connections()
                .write(session ->
                        session.execute("update \"" + table + "\" set \"population\" = -1 where \"population\" = 1"));
        assertThat(changed).isOne();
    }

    @Test
    void aCompleteCopyThatDiffersInOneValueIsRefused() {
        DB.setAll(cities, cities(10));
        DB.copy(source, target);
        tamper();

        assertThatThrownBy(() -> DB.copy(source, target))
                .isInstanceOfSatisfying(
                        StoreExists.class, exists -> assertThat(exists.store()).isEqualTo("cities"))
                .hasMessage(
                        "the target has a store 'cities' already, which is not what is copied: its records are others;"
                                + " drop it there (db.drop), or give it another name (db.rename), and copy again");

        target.drop("cities");
        DB.copy(source, target);
        assertThat(DB.count(target.store("cities", City.class))).isEqualTo(10);
    }

    @Test
    void aCompleteCopyWithOtherIndexesIsRefused() {
        DB.setAll(cities, cities(10));
        DB.copy(source, target);
        source.store("cities", City.class, index(City::population));

        assertThatThrownBy(() -> DB.copy(source, target))
                .isInstanceOf(StoreExists.class)
                .hasMessageContaining("its indexes are others");

        target.store("cities", City.class, index(City::population));
        assertThat(DB.copy(source, target)).hasSize(1);
    }

    @Test
    void aCompleteCopyWithAnotherSchemaOrHistoryIsRefused() {
        DB.set(source.store("notes", Newer.class), "a", new Newer("first", null));
        DB.copy(source, target);
        source.store("notes", Turned.class);
        assertThatThrownBy(() -> DB.copy(source, target))
                .isInstanceOf(StoreExists.class)
                .hasMessageContaining("its schema, or the history of it, is another");

        target.drop("notes");
        DB.copy(source, target);
        source.drop("notes");
        DB.set(source.store("notes", Turned.class), "a", new Turned(null, "first"));
        assertThatThrownBy(() -> DB.copy(source, target)).isInstanceOf(StoreExists.class);
    }

    @Test
    void digestsDifferWhereKeysValuesOrVersionsDo() {
        source.drop("cities");
        Map<String, Datastore<City>> stores = new TreeMap<>();
        for (String name : List.of("base", "same", "key", "text", "null", "number", "zero", "nan", "version", "two")) {
            stores.put(name, source.store(name, City.class));
            DB.set(stores.get(name), name.equals("key") ? "l" : "k", new City("ab", "", 1, 0.0));
        }
        change(stores.get("text"), new City("a", "b", 1, 0.0));
        change(stores.get("null"), new City("ab", null, 1, 0.0));
        change(stores.get("number"), new City("ab", "", 2, 0.0));
        change(stores.get("zero"), new City("ab", "", 1, -0.0));
        change(stores.get("nan"), new City("ab", "", 1, Double.NaN));
        DB.set(stores.get("version"), "k", new City("ab", "", 1, 0.0));
        DB.set(stores.get("two"), "l", new City("ab", "", 1, 0.0));

        Map<String, String> digests = new TreeMap<>();
        DB.copy(source, target).forEach(store -> digests.put(store.name(), store.digest()));

        assertThat(digests.get("same")).isEqualTo(digests.remove("base"));
        assertThat(digests.values()).hasSize(9).doesNotHaveDuplicates();
    }

    /** Another record of the same version. */
    private static void change(Datastore<City> store, City city) {
        DB.delete(store, "k");
        DB.set(store, "k", city);
    }

    @Test
    void theHistoryOfSchemasComesAlongAndOlderProgramsGoOn() {
        Datastore<Older> older = source.store("notes", Older.class);
        DB.set(older, "a", new Older("first"));
        DB.set(source.store("notes", Newer.class), "b", new Newer("second", "motto"));

        DB.copy(source, target);

        assertThat(target.schemaHistory("notes")).isEqualTo(source.schemaHistory("notes"));
        assertThat(DB.getAll(target.store("notes", Older.class)))
                .containsExactly(new Older("first"), new Older("second"));
        assertThat(DB.getAll(target.store("notes", Newer.class)))
                .containsExactly(new Newer("first", null), new Newer("second", "motto"));
    }

    @Test
    void storesOfTheTargetStayAndAnEmptyStoreIsCopiedToo() {
        DB.set(target.store("own", Older.class), "x", new Older("mine"));

        Map<String, Long> copied = new LinkedHashMap<>();
        DB.copy(source, target).forEach(store -> copied.put(store.name(), store.records()));

        assertThat(copied).isEqualTo(Map.of("cities", 0L));
        assertThat(target.stores()).extracting(StoreInfo::name).containsExactly("cities", "own");
    }
}
