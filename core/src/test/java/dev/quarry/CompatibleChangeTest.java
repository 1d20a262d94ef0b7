package dev.quarry;

import static dev.quarry.Options.index;
import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Dropped;
import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Unique;
import dev.quarry.annotation.Was;
import dev.quarry.error.DuplicateValues;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreMissing;
import dev.quarry.error.UniqueViolation;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** Records that change while their store holds data, in ways that the data allows. */
@ParameterizedClass
@EnumSource(Place.class)
final class CompatibleChangeTest {
    record City(String name, int population) {}

    private static final City ATHENS = new City("Athens", 643_452);
    private static final City PATRAS = new City("Patras", 173_600);

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;
    private Datastore<City> cities;

    @BeforeEach
    void open() {
        site = place.in(directory);
        db = DB.open(site.location());
        cities = db.store("cities", City.class);
        DB.set(cities, "a", ATHENS);
        DB.set(cities, "b", PATRAS);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private <T> Datastore<T> reopen(Class<T> record) {
        db.close();
        db = DB.open(site.location());
        return db.store("cities", record);
    }

    record WithOptionals(String name, @Nullable String region, int population, Optional<Integer> founded) {}

    @Test
    void whatMayBeMissingIsMissingInOldRecords() {
        Datastore<WithOptionals> changed = db.store("cities", WithOptionals.class);

        assertThat(DB.get(changed, "a")).contains(new WithOptionals("Athens", null, 643_452, Optional.empty()));
        WithOptionals volos = new WithOptionals("Volos", "Thessaly", 86_046, Optional.of(1881));
        DB.set(changed, "c", volos);
        assertThat(DB.get(reopen(WithOptionals.class), "c")).contains(volos);
        assertThat(DB.queryExactFields(db.store("cities", WithOptionals.class), Map.of("region", "Thessaly")))
                .containsExactly(volos);
    }

    record WithDefaults(
            @Default("GR") String country,
            String name,
            int population,
            @Default("-7") long rank) {}

    @Test
    void aDefaultStandsForWhatOldRecordsLack() {
        Datastore<WithDefaults> changed = db.store("cities", WithDefaults.class);

        assertThat(DB.getAll(changed))
                .containsExactly(
                        new WithDefaults("GR", "Athens", 643_452, -7), new WithDefaults("GR", "Patras", 173_600, -7));
        assertThat(DB.queryExactFields(changed, Map.of("country", "GR", "rank", -7L)))
                .hasSize(2);
        DB.set(changed, "a", new WithDefaults("CY", "Athienou", 5_017, 0));
        assertThat(DB.get(reopen(WithDefaults.class), "a")).contains(new WithDefaults("CY", "Athienou", 5_017, 0));
    }

    record Renamed(@Was("name") String title, int population) {}

    record RenamedAgain(
            @Was({"title", "name"}) String label,
            @Default("0") int population) {}

    @Test
    void aRenamedComponentKeepsItsColumnAndBothNames() throws SQLException {
        List<String> before = site.columns("cities__g1");
        Datastore<Renamed> renamed = db.store("cities", Renamed.class, index(Renamed::title));
        DB.set(renamed, "c", new Renamed("Volos", 86_046));

        assertThat(DB.get(renamed, "a")).contains(new Renamed("Athens", 643_452));
        assertThat(DB.get(cities, "c")).contains(new City("Volos", 86_046));
        assertThat(DB.queryExactFields(renamed, Map.of("title", "Volos"))).hasSize(1);
        assertThat(site.dataTables()).containsExactly("cities__g1");
        assertThat(site.columns("cities__g1")).isEqualTo(before);

        Datastore<RenamedAgain> again = reopen(RenamedAgain.class);
        assertThat(DB.get(again, "a")).contains(new RenamedAgain("Athens", 643_452));
        assertThat(DB.get(db.store("cities", Renamed.class), "a")).contains(new Renamed("Athens", 643_452));
        assertThat(DB.get(db.store("cities", City.class), "a")).contains(ATHENS);
    }

    @Test
    void aChainOfRenamesIsFollowedFromAnyOfThem() {
        assertThat(DB.get(db.store("cities", RenamedAgain.class), "a")).contains(new RenamedAgain("Athens", 643_452));
        assertThat(DB.get(reopen(Renamed.class), "a")).contains(new Renamed("Athens", 643_452));
        assertThat(DB.get(reopen(City.class), "a")).contains(ATHENS);
    }

    record Numbers(byte tiny, short small, int whole, float real, List<Integer> list) {}

    record WiderNumbers(short tiny, int small, Long whole, double real, List<Long> list) {}

    @Test
    void numbersAreWidened() {
        Numbers before = new Numbers((byte) -1, (short) 2, Integer.MAX_VALUE, 0.1f, List.of(1, 2));
        DB.set(db.store("numbers", Numbers.class), "n", before);
        Datastore<WiderNumbers> wider = db.store("numbers", WiderNumbers.class);

        assertThat(DB.get(wider, "n"))
                .contains(new WiderNumbers((short) -1, 2, (long) Integer.MAX_VALUE, 0.1f, List.of(1L, 2L)));
        DB.set(wider, "m", new WiderNumbers((short) 1_000, 70_000, 1L << 40, 0.1, List.of(1L << 40)));
        assertThat(DB.get(wider, "m"))
                .contains(new WiderNumbers((short) 1_000, 70_000, 1L << 40, 0.1, List.of(1L << 40)));
        assertThat(DB.get(db.store("numbers", WiderNumbers.class), "n")).isPresent();
    }

    @Test
    void aNarrowerRecordOpensWhileAllRecordsFitIt() {
        Numbers before = new Numbers((byte) -1, (short) 2, 3, 0.1f, List.of(1, 2));
        Datastore<Numbers> numbers = db.store("numbers", Numbers.class);
        DB.set(numbers, "n", before);
        Datastore<WiderNumbers> wider = db.store("numbers", WiderNumbers.class);

        assertThat(DB.get(db.store("numbers", Numbers.class), "n")).contains(before);
        DB.set(wider, "m", new WiderNumbers((short) 1_000, 70_000, 1L << 40, 0.1, List.of()));
        SchemaLocked locked = Refusal.of(SchemaLocked.class, wider, () -> db.store("numbers", Numbers.class));
        assertThat(locked.obstacles())
                .anySatisfy(line -> assertThat(line).isEqualTo("record 'm': 'tiny' holds 1000, which is no byte"));
        assertThat(Refusal.of(UnreadableRecord.class, wider, () -> DB.get(numbers, "m"))
                        .key())
                .isEqualTo("m");
        assertThat(DB.get(numbers, "n")).contains(before);
    }

    record Measured(String name, double population) {}

    @Test
    void aWholeNumberBecomesADoubleInATableThatOldHandlesDoNotFind() {
        Datastore<Measured> measured = db.store("cities", Measured.class, index(Measured::population));

        assertThat(DB.getAllWithKeys(measured))
                .isEqualTo(Map.of("a", new Measured("Athens", 643_452.0), "b", new Measured("Patras", 173_600.0)));
        DB.set(measured, "c", new Measured("Volos", 86_046.5));
        assertThat(DB.getAll(measured)).hasSize(3);
        assertThat(DB.queryExactFields(measured, Map.of("population", 643_452.0)))
                .hasSize(1);
        assertThat(DB.entry(measured, "a").orElseThrow().version()).isEqualTo(1);
        Refusal.of(StoreMissing.class, measured, () -> DB.set(cities, "a", PATRAS));
        Refusal.of(StoreMissing.class, measured, () -> DB.get(cities, "a"));
        Refusal.of(SchemaLocked.class, measured, () -> db.store("cities", City.class));
    }

    record Ranked(String name, int population, @Default("5") int rank) {}

    record RankedInDoubles(String name, int population, double rank) {}

    @Test
    void aDefaultIsRecastWithItsComponent() {
        db.store("cities", Ranked.class);
        Datastore<RankedInDoubles> ranked = db.store("cities", RankedInDoubles.class);
        DB.set(db.store("cities", City.class), "c", new City("Volos", 86_046));

        assertThat(DB.getAll(ranked)).extracting(RankedInDoubles::rank).containsExactly(5.0, 5.0, 5.0);
        assertThat(DB.queryExactFields(ranked, Map.of("rank", 5.0))).hasSize(3);
    }

    record Loose(@Nullable String name, @Nullable Integer population) {}

    @Test
    void aComponentMayBecomeNullable() {
        Datastore<Loose> loose = db.store("cities", Loose.class);
        assertThat(DB.get(loose, "a")).contains(new Loose("Athens", 643_452));
        assertThat(DB.get(db.store("cities", City.class), "a")).contains(ATHENS);

        DB.set(loose, "c", new Loose(null, null));
        assertThat(DB.get(reopen(Loose.class), "c")).contains(new Loose(null, null));
        SchemaLocked locked = Refusal.of(SchemaLocked.class, () -> db.store("cities", City.class));
        assertThat(locked.obstacles()).contains("record 'c': 'name' is null, and it is not @Nullable");
    }

    record Boxed(String name, Integer population) {}

    @Test
    void aBoxHoldsWhatItsPrimitiveHeld() throws SQLException {
        assertThat(DB.get(db.store("cities", Boxed.class), "a")).contains(new Boxed("Athens", 643_452));
        assertThat(DB.get(reopen(City.class), "a")).contains(ATHENS);
        assertThat(site.dataTables()).hasSize(1);
    }

    record Turned(int population, String name) {}

    @Test
    void theOrderOfComponentsMeansNothing() {
        assertThat(DB.get(db.store("cities", Turned.class), "a")).contains(new Turned(643_452, "Athens"));
        DB.set(cities, "c", new City("Volos", 86_046));
        assertThat(DB.get(reopen(Turned.class), "c")).contains(new Turned(86_046, "Volos"));
    }

    enum Size {
        SMALL,
        LARGE
    }

    enum NewSize {
        HUGE,
        LARGE,
        SMALL
    }

    record Sized(Size size, List<Size> sizes) {}

    record NewSized(NewSize size, List<NewSize> sizes) {}

    @Test
    void anEnumMayGetConstantsAnotherOrderAndAnotherName() {
        DB.set(db.store("sized", Sized.class), "s", new Sized(Size.SMALL, List.of(Size.LARGE)));
        Datastore<NewSized> changed = db.store("sized", NewSized.class);
        DB.set(changed, "t", new NewSized(NewSize.LARGE, List.of()));

        assertThat(DB.get(changed, "s")).contains(new NewSized(NewSize.SMALL, List.of(NewSize.LARGE)));
        assertThat(DB.queryExactFields(changed, Map.of(), orderBy(NewSized::size)))
                .extracting(NewSized::size)
                .containsExactly(NewSize.LARGE, NewSize.SMALL);
        assertThat(DB.get(db.store("sized", Sized.class), "t")).contains(new Sized(Size.LARGE, List.of()));
        DB.set(changed, "h", new NewSized(NewSize.HUGE, List.of()));
        assertThat(Refusal.of(SchemaLocked.class, changed, () -> db.store("sized", Sized.class))
                        .obstacles())
                .anyMatch(line -> line.startsWith("record 'h': 'size' holds HUGE, which is no constant of"));
    }

    record IndexedCity(@Unique String name, @Indexed int population) {}

    @Test
    void indexesAndUniqueRulesComeAndGo() throws SQLException {
        Datastore<IndexedCity> indexed = db.store("cities", IndexedCity.class);
        assertThat(site.indexes()).hasSize(2);
        Refusal.of(UniqueViolation.class, indexed, () -> DB.set(cities, "c", ATHENS));

        db.store("cities", City.class);
        assertThat(site.indexes()).isEmpty();
        DB.set(cities, "c", ATHENS);
    }

    @Test
    void aUniqueRuleThatTheDataBreaksNamesExamples() {
        DB.set(cities, "c", ATHENS);
        DB.set(cities, "d", ATHENS);
        DuplicateValues duplicates =
                Refusal.of(DuplicateValues.class, cities, () -> db.store("cities", City.class, unique(City::name)));

        assertThat(duplicates.fields()).containsExactly("name");
        assertThat(duplicates.examples()).containsExactly(List.of("a", "d"));
        assertThat(duplicates).hasMessageContaining("'a' and 'd'");
    }

    record Tagged(String name, int population, @Nullable String region) {}

    @Test
    void aFailedRuleTakesTheWholeChangeBack() throws SQLException {
        DB.set(cities, "c", ATHENS);
        Refusal.of(DuplicateValues.class, cities, () -> db.store("cities", Tagged.class, unique(Tagged::name)));

        assertThat(site.columns("cities__g1")).doesNotContain("region");
        assertThat(db.schemaHistory("cities")).hasSize(1);
    }

    @Dropped("population")
    record Nameless(String name) {}

    @Test
    void aComponentThatIsGivenUpKeepsItsValues() throws SQLException {
        Datastore<Nameless> dropped = db.store("cities", Nameless.class);
        DB.set(dropped, "a", new Nameless("Athina"));
        assertThat(DB.get(db.store("cities", City.class), "a")).contains(new City("Athina", 643_452));

        DB.set(dropped, "c", new Nameless("Volos"));
        assertThat(DB.getAll(dropped)).hasSize(3);
        assertThat(Refusal.of(SchemaLocked.class, dropped, () -> db.store("cities", City.class))
                        .obstacles())
                .contains("record 'c': 'population' is null, and it is not @Nullable");
        assertThat(db.schemaHistory("cities").get(1).changes())
                .containsExactly("component 'population' was dropped; its values are kept");
    }

    @Test
    void theHistoryTellsEachShapeOnce() {
        db.store("cities", WithOptionals.class);
        db.store("cities", City.class);
        db.store("cities", WithOptionals.class);
        db.store("cities", Renamed.class);
        db.rename("cities", "towns");

        List<SchemaVersion> history = db.schemaHistory("towns");
        assertThat(history).extracting(SchemaVersion::version).containsExactly(1, 2, 3);
        assertThat(history.get(0).changes()).containsExactly("the store was created");
        assertThat(history.get(1).changes())
                .containsExactly(
                        "component 'region' was added (String, nullable)",
                        "component 'founded' was added (Optional<Integer>)");
        assertThat(history.get(2).changes())
                .containsExactly(
                        "component 'name' was renamed to 'title'",
                        "component 'region' is left out; its values are kept",
                        "component 'founded' is left out; its values are kept");
        assertThat(history.get(1).schema().fieldNames()).containsExactly("name", "region", "population", "founded");
        assertThat(history).extracting(SchemaVersion::at).isSorted();
        Refusal.of(StoreMissing.class, () -> db.schemaHistory("cities"));
    }
}
