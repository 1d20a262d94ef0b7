package dev.quarry;

import static dev.quarry.Options.descending;
import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Indexed;
import dev.quarry.annotation.Unique;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreExists;
import dev.quarry.error.StoreMissing;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How stores come, change their shape and indexes, get other names, and go. */
@ParameterizedClass
@EnumSource(Place.class)
final class SchemaLifeTest {
    record City(String name, int population) {}

    record CityWithRegion(
            String name, int population, @Nullable String region) {}

    record CityWithMayor(String name, int population, String mayor) {}

    record CityAsText(String name, String population) {}

    record Town(String name, int population) {}

    record Visit(
            @Unique String ticket,
            @Indexed Instant at,
            @Nullable String city,
            int guests) {}

    private static final City ATHENS = new City("Athens", 643_452);

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
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> storeNames() {
        return db.stores().stream().map(StoreInfo::name).toList();
    }

    @Test
    void storesAreListedByNameWithSchemaAndIndexes() {
        db.store("Zoo", City.class);
        db.store("areas", City.class, index(City::population, descending(City::name)), unique(City::name));

        assertThat(storeNames()).containsExactly("Zoo", "areas", "cities");
        StoreInfo areas = db.stores().get(1);
        assertThat(areas.schema()).isEqualTo(DB.schema(cities));
        assertThat(areas.indexes()).hasSize(2);
        assertThat(areas.indexes().get(0).paths()).hasToString("[population, name]");
        assertThat(areas.indexes().get(0).parts().get(1).descending()).isTrue();
        assertThat(areas.indexes().get(1).unique()).isTrue();
        assertThat(db.stores().get(2).indexes()).isEmpty();
    }

    @Test
    void aDatabaseWithoutStoresHasNone() {
        try (Database empty = DB.open(place.in(directory, "empty").location())) {
            assertThat(empty.stores()).isEmpty();
            Refusal.of(StoreMissing.class, () -> empty.drop("cities"));
            Refusal.of(StoreMissing.class, () -> empty.rename("cities", "towns"));
        }
    }

    @Test
    void handlesGoOnAfterARename() {
        DB.set(cities, "a", ATHENS);
        db.rename("cities", "towns");
        DB.set(cities, "b", ATHENS);

        assertThat(storeNames()).containsExactly("towns");
        assertThat(DB.keys(db.store("towns", City.class))).containsExactly("a", "b");
        assertThat(DB.count(db.store("cities", City.class))).isZero();
        db.rename("towns", "towns");
        assertThat(storeNames()).containsExactly("cities", "towns");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        DB.set(cities, "a", ATHENS);
        Datastore<City> towns = db.store("towns", City.class);

        StoreExists refused = Refusal.of(StoreExists.class, cities, () -> db.rename("cities", "towns"));
        assertThat(refused.store()).isEqualTo("towns");
        assertThat(refused).hasMessageContaining("'towns'").hasMessageContaining("choose another name");
        assertThat(DB.count(towns)).isZero();
        assertThat(storeNames()).containsExactly("cities", "towns");
    }

    @Test
    void whatIsMissingIsNeitherRenamedNorDropped() {
        assertThat(Refusal.of(StoreMissing.class, cities, () -> db.rename("nothing", "towns"))
                        .store())
                .isEqualTo("nothing");
        assertThat(Refusal.of(StoreMissing.class, cities, () -> db.drop("nothing"))
                        .store())
                .isEqualTo("nothing");
        assertThat(storeNames()).containsExactly("cities");
    }

    @Test
    void handlesOfADroppedStoreSaySoAlsoWhenThereIsANewOneOfThatName() throws SQLException {
        DB.set(cities, "a", ATHENS);
        db.drop("cities");
        assertStale(cities);
        assertThat(site.dataTables()).isEmpty();

        Datastore<City> again = db.store("cities", City.class);
        assertStale(cities);
        assertThat(DB.count(again)).isZero();
    }

    private static void assertStale(Datastore<City> stale) {
        StoreMissing missing = Refusal.of(StoreMissing.class, () -> DB.set(stale, "x", ATHENS));
        assertThat(missing.store()).isEqualTo("cities");
        assertThat(missing).hasMessageContaining("'cities'").hasMessageContaining("Open it again with db.store(…)");
        Refusal.of(StoreMissing.class, () -> DB.add(stale, ATHENS));
        Refusal.of(StoreMissing.class, () -> DB.setAll(stale, Map.of("x", ATHENS)));
        Refusal.of(StoreMissing.class, () -> DB.get(stale, "a"));
        Refusal.of(StoreMissing.class, () -> DB.getMany(stale, List.of("a")));
        Refusal.of(StoreMissing.class, () -> DB.count(stale));
        Refusal.of(StoreMissing.class, () -> DB.keys(stale));
        Refusal.of(StoreMissing.class, () -> DB.stream(stale).toList());
        Refusal.of(StoreMissing.class, () -> DB.queryExactFields(stale, Map.of()));
        Refusal.of(StoreMissing.class, () -> DB.delete(stale, "a"));
        Refusal.of(StoreMissing.class, () -> DB.deleteAll(stale));
    }

    @Test
    void anEmptyStoreTakesAnyShapeInATableThatIsAlwaysNew() throws SQLException {
        Set<String> seen = new HashSet<>(site.dataTables());
        for (Class<? extends Record> shape :
                List.of(CityAsText.class, CityWithRegion.class, CityAsText.class, City.class, CityAsText.class)) {
            db.store("cities", shape);
            assertThat(site.dataTables()).hasSize(1);
            assertThat(seen.add(site.dataTables().get(0))).isTrue();
        }
        db.drop("cities");
        db.store("cities", City.class);
        assertThat(seen).doesNotContainAnyElementsOf(site.dataTables());
        assertStale(cities);
    }

    @Test
    void aStoreWithRecordsKeepsItsShape() {
        DB.set(cities, "a", ATHENS);
        List<StoreInfo> before = db.stores();

        for (Class<? extends Record> shape : List.of(CityAsText.class, CityWithMayor.class)) {
            SchemaLocked locked = Refusal.of(SchemaLocked.class, cities, () -> db.store("cities", shape));
            assertThat(locked.store()).isEqualTo("cities");
            assertThat(locked.differences()).isNotEmpty();
            assertThat(locked)
                    .hasMessageContaining("'cities'")
                    .hasMessageContaining(locked.obstacles().get(0))
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("DB.deleteAll");
        }
        assertThat(db.stores()).isEqualTo(before);

        DB.deleteAll(cities);
        Datastore<CityAsText> texts = db.store("cities", CityAsText.class);
        DB.set(texts, "a", new CityAsText("Athens", "many"));
        assertThat(DB.getAll(texts)).containsExactly(new CityAsText("Athens", "many"));
        assertStale(cities);
    }

    @Test
    void aRecordOfAnotherNameButTheSameShapeIsTheSame() {
        DB.set(cities, "a", ATHENS);

        assertThat(DB.get(db.store("cities", Town.class), "a")).contains(new Town("Athens", 643_452));
    }

    @Test
    void indexesBecomeWhatIsAskedForLast() throws SQLException {
        String table = site.dataTables().get(0);
        assertThat(site.indexes()).isEmpty();

        db.store(
                "cities",
                City.class,
                index(City::name),
                index(City::name),
                unique(City::name, descending(City::population)));
        assertThat(site.indexes()).containsExactly(table + "[name,population-]!", table + "[name]");

        DB.set(cities, "a", ATHENS);
        db.store("cities", City.class, index(descending(City::population)), index(City::name));
        assertThat(site.indexes()).containsExactly(table + "[name]", table + "[population-]");

        db.close();
        db = DB.open(site.location());
        cities = db.store("cities", City.class);
        assertThat(site.indexes()).isEmpty();
        assertThat(DB.get(cities, "a")).contains(ATHENS);
    }

    @Test
    void annotationsAskForIndexesToo() throws SQLException {
        db.drop("cities");
        db.store("visits", Visit.class, index(Visit::city));

        String table = site.dataTables().get(0);
        assertThat(site.indexes()).containsExactly(table + "[at]", table + "[city]", table + "[ticket]!");
        assertThat(site.indexColumns(table + "[at]")).containsExactly("at", "at#nano");
        assertThat(db.stores().get(0).indexes()).hasSize(3);
    }

    @Test
    void anIndexOfARenamedStoreIsKept() throws SQLException {
        db.store("cities", City.class, index(City::name));
        List<String> before = site.indexes();
        db.rename("cities", "towns");
        db.store("towns", City.class, index(City::name));

        assertThat(site.indexes()).isEqualTo(before);
    }
}
