package dev.quarry;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.engine.Engine;
import dev.quarry.error.StoreExists;
import dev.quarry.error.UniqueViolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy that was interrupted, and whose source changed before it went on, is what the source is then. */
@ParameterizedClass
@CsvSource({"FILE, POSTGRESQL", "POSTGRESQL, FILE", "FILE, MINIMAL", "MINIMAL, FILE"})
final class ResumedCopyTest {
    record City(String name, int population) {}

    record Note(String a, @Nullable String b) {}

    record Turned(@Nullable String b, String a) {}

    record Wrapped(String a, Optional<String> b) {}

    record Longer(String a, @Nullable String b, @Nullable String c) {}

    record Longest(
            String a,
            @Nullable String b,
            @Nullable String c,
            @Nullable String d) {}

    record Other(int number) {}

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

    @BeforeEach
    void open() {
        source = from.open(sourceDirectory);
        target = to.open(targetDirectory);
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private static Map<String, City> cities(int count) {
        Map<String, City> records = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            records.put(String.format("k%05d", i), new City("city " + i, i));
        }
        return records;
    }

    private static Map<String, Note> notes() {
        Map<String, Note> records = new TreeMap<>();
        for (int i = 0; i < 1_500; i++) {
            records.put("n" + i, new Note("a" + i, i % 2 == 0 ? null : "b"));
        }
        return records;
    }

    /** Copies so many records of a store. */
    private void interrupt(String store, long at) {
        assertThatThrownBy(() -> DB.copy(source, target, (name, done, total) -> {
                    if (name.equals(store) && done >= at) {
                        throw new Interruption();
                    }
                }))
                .isInstanceOf(Interruption.class);
    }

    private <T> void requireSame(String store, Class<T> record) {
        assertThat(target.stores()).isEqualTo(source.stores());
        assertThat(target.schemaHistory(store)).isEqualTo(source.schemaHistory(store));
        assertThat(entries(target.store(store, record))).isEqualTo(entries(source.store(store, record)));
        assertThat(target.stores()).isEqualTo(source.stores());
        requireNothingUnfinished();
    }

    private static <T> List<Entry<T>> entries(Datastore<T> store) {
        return DB.keys(store).stream()
                .map(key -> DB.entry(store, key).orElseThrow())
                .toList();
    }

    private void requireNothingUnfinished() {
        assertThat(unfinished()).isEmpty();
    }

    private List<String> unfinished() {
        return engine().connections()
                .read(session -> session.texts("select key from quarry_meta where key like 'copy of %'"));
    }

    private boolean hasTable(String store, long generation) {
        return engine().connections()
                .read(session -> engine().hasTable(session, engine().tableName(store, generation)));
    }

    private Engine engine() {
        return target.engine();
    }

    @Test
    void indexesAndRulesThatWereAddedSinceAreThere() {
        DB.setAll(source.store("cities", City.class), cities(1_500));
        interrupt("cities", 1_000);
        source.store("cities", City.class, index(City::population), unique(City::name));

        DB.copy(source, target);

        assertThat(target.stores()).isEqualTo(source.stores());
        Datastore<City> there = target.store("cities", City.class, index(City::population), unique(City::name));
        assertThatThrownBy(() -> DB.set(there, "other", new City("city 7", 1))).isInstanceOf(UniqueViolation.class);
        assertThat(DB.getAllWithKeys(there)).isEqualTo(cities(1_500));
        requireNothingUnfinished();
    }

    @Test
    void rulesThatWereGivenUpSinceAreNotThere() {
        DB.setAll(source.store("cities", City.class, unique(City::name)), cities(1_500));
        interrupt("cities", 1_000);
        Datastore<City> cities = source.store("cities", City.class);
        DB.set(cities, "k99999", new City("city 7", 7));

        DB.copy(source, target);

        requireSame("cities", City.class);
    }

    @Test
    void aShapeWithTheSameColumnsIsTheLatestThereToo() {
        for (Class<?> second : List.of(Turned.class, Wrapped.class)) {
            String name = second.getSimpleName();
            DB.setAll(source.store(name, Note.class), notes());
            interrupt(name, 1_000);
            source.store(name, second);

            DB.copy(source, target);

            assertThat(target.schemaHistory(name)).hasSize(2);
            requireSame(name, second);
            requireSame(name, Note.class);
            DB.set(target.store(name, Longer.class), "new", new Longer("a", "b", "c"));
            assertThat(target.schemaHistory(name)).hasSize(3);
            assertThat(DB.get(target.store(name, Note.class), "new")).contains(new Note("a", "b"));
            target.drop(name);
            source.drop(name);
        }
    }

    @Test
    void aComponentThatIsLeftOutSinceIsLeftOutThere() {
        DB.set(source.store("notes", Longer.class), "long", new Longer("a", null, "c"));
        DB.setAll(source.store("notes", Longer.class), longer());
        interrupt("notes", 1_000);
        source.store("notes", Note.class);

        DB.copy(source, target);

        requireSame("notes", Note.class);
        requireSame("notes", Longer.class);
        assertThat(DB.count(target.store("notes", Longest.class))).isEqualTo(1_501);
        source.store("notes", Longest.class);
        assertThat(target.stores()).isEqualTo(source.stores());
    }

    private static Map<String, Longer> longer() {
        Map<String, Longer> records = new TreeMap<>();
        notes().forEach((key, note) -> records.put(key, new Longer(note.a(), note.b(), null)));
        return records;
    }

    @Test
    void aComponentThatWasAddedSinceIsThere() {
        DB.setAll(source.store("notes", Note.class), notes());
        interrupt("notes", 1_000);
        DB.set(source.store("notes", Longer.class), "new", new Longer("a", null, "c"));

        DB.copy(source, target);

        requireSame("notes", Longer.class);
        assertThat(hasTable("notes", 1)).isFalse();
    }

    @Test
    void aStoreThatWasMadeAgainIsTheNewOne() {
        DB.setAll(source.store("same", City.class, unique(City::name)), cities(1_500));
        interrupt("same", 1_000);
        source.drop("same");
        DB.setAll(source.store("same", City.class), cities(20));
        DB.setAll(source.store("other", City.class), cities(1_500));
        interrupt("other", 1_000);
        source.drop("other");
        DB.set(source.store("other", Other.class), "k", new Other(1));

        DB.copy(source, target);

        requireSame("same", City.class);
        requireSame("other", Other.class);
    }

    @Test
    void anEmptyStoreThatTookAnotherShapeHasItThere() {
        source.store("empty", City.class, index(City::name));
        interrupt("empty", 0);
        DB.set(source.store("empty", Other.class), "k", new Other(1));

        DB.copy(source, target);

        requireSame("empty", Other.class);
    }

    @Test
    void aRecordThatWasWrittenAgainHasItsVersion() {
        Datastore<City> cities = source.store("cities", City.class);
        DB.setAll(cities, cities(1_500));
        interrupt("cities", 1_000);
        DB.set(cities, "k00003", cities(4).get("k00003"));

        DB.copy(source, target);

        requireSame("cities", City.class);
        assertThat(DB.entry(target.store("cities", City.class), "k00003")
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void keysThatAreGoneOrNewAreGoneOrNewThere() {
        Datastore<City> cities = source.store("cities", City.class);
        DB.setAll(cities, cities(1_500));
        interrupt("cities", 1_000);
        DB.delete(cities, "k00999");
        DB.set(cities, "a", new City("before all", 1));
        interrupt("cities", 1_400);
        DB.delete(cities, "k01499");
        DB.set(cities, "z", new City("behind all", 1));

        DB.copy(source, target);

        requireSame("cities", City.class);
    }

    @Test
    void aStoreThatWasEmptiedIsEmptyThere() {
        Datastore<City> cities = source.store("cities", City.class);
        DB.setAll(cities, cities(1_500));
        interrupt("cities", 1_000);
        DB.deleteAll(cities);

        DB.copy(source, target);

        requireSame("cities", City.class);
        assertThat(DB.count(target.store("cities", City.class))).isZero();
    }

    @Test
    void storesThatSwappedTheirNamesAreTheOnesOfTheirNames() {
        DB.setAll(source.store("one", City.class, unique(City::name)), cities(1_500));
        DB.setAll(source.store("two", City.class, index(City::population)), cities(1_200));
        interrupt("one", 1_000);
        source.rename("one", "between");
        source.rename("two", "one");
        source.rename("between", "two");

        DB.copy(source, target);

        assertThat(target.stores()).isEqualTo(source.stores());
        assertThat(target.schemaHistory("one")).isEqualTo(source.schemaHistory("one"));
        assertThat(target.schemaHistory("two")).isEqualTo(source.schemaHistory("two"));
        assertThat(DB.count(target.store("one", City.class))).isEqualTo(1_200);
        assertThat(DB.count(target.store("two", City.class))).isEqualTo(1_500);
    }

    @Test
    void whatWasBegunOfAStoreThatIsGoneIsDropped() {
        DB.setAll(source.store("old", City.class), cities(1_500));
        interrupt("old", 1_000);
        source.rename("old", "renamed");
        assertThat(hasTable("old", 1)).isTrue();

        DB.copy(source, target);

        requireSame("renamed", City.class);
        assertThat(hasTable("old", 1)).isFalse();

        DB.setAll(source.store("gone", City.class), cities(1_500));
        interrupt("gone", 1_000);
        assertThat(hasTable("gone", 3)).isTrue();
        source.drop("gone");

        DB.copy(source, target);

        requireNothingUnfinished();
        assertThat(hasTable("gone", 3)).isFalse();
        assertThat(target.stores()).isEqualTo(source.stores());
    }

    @Test
    void whatWasBegunOfOtherStoresStaysWhereTheSourceHasThem() {
        DB.setAll(source.store("one", City.class), cities(1_500));
        interrupt("one", 1_000);
        DB.set(source.store("before", Other.class), "k", new Other(1));

        interrupt("before", 0);

        assertThat(unfinished()).containsExactlyInAnyOrder("copy of one", "copy of before");
        assertThat(hasTable("one", 1)).isTrue();
    }

    @Test
    void aTableThatSomebodyDroppedIsMadeAnew() {
        DB.setAll(source.store("cities", City.class), cities(1_500));
        interrupt("cities", 1_000);
        dropTable("cities", 1);

        DB.copy(source, target);

        requireSame("cities", City.class);
        DB.setAll(source.store("old", City.class), cities(1_500));
        interrupt("old", 1_000);
        dropTable("old", 3);
        source.drop("old");
        DB.copy(source, target);
        requireNothingUnfinished();
    }

    private void dropTable(String store, long generation) {
        assertThat(hasTable(store, generation)).isTrue();
        engine().connections()
                .change(session -> session.execute("drop table \"" + engine().tableName(store, generation) + "\""));
        assertThat(hasTable(store, generation)).isFalse();
    }

    @Test
    void aStoreThatTheTargetMadeMeanwhileIsNotOverwritten() {
        DB.setAll(source.store("cities", City.class), cities(1_500));

        assertThatThrownBy(() -> DB.copy(source, target, (store, done, total) -> {
                    if (done == 1_000) {
                        DB.set(target.store("cities", Other.class), "k", new Other(1));
                    }
                }))
                .isInstanceOf(StoreExists.class)
                .hasMessageContaining("'cities'")
                .hasMessageContaining("made while the store was copied")
                .hasMessageContaining("db.drop");
        assertThat(DB.getAll(target.store("cities", Other.class))).containsExactly(new Other(1));
        assertThatThrownBy(() -> DB.copy(source, target)).isInstanceOf(StoreExists.class);

        target.drop("cities");
        DB.copy(source, target);

        requireSame("cities", City.class);
    }
}
