package dev.quarry;

import static dev.quarry.Options.index;
import static dev.quarry.Options.readOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.ReadOnlyDatabase;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreMissing;
import dev.quarry.testing.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several programs on one database, some of which only read. */
@ParameterizedClass
@EnumSource(Place.class)
final class SharedDatabaseTest extends TwoPrograms {
    record City(String name, int population) {}

    record Village(String name) {}

    private static final City ATHENS = new City("Athens", 643_452);
    private static final City PATRAS = new City("Patras", 173_600);

    @Test
    void oneSeesWhatTheOtherWrote() {
        Datastore<City> mine = first.store("cities", City.class);
        Datastore<City> yours = second.store("cities", City.class);

        DB.set(mine, "a", ATHENS);
        assertThat(DB.get(yours, "a")).contains(ATHENS);
        DB.set(yours, "a", PATRAS);
        DB.set(yours, "b", PATRAS);
        assertThat(DB.entry(mine, "a")).contains(new Entry<>("a", PATRAS, 2));
        assertThat(DB.delete(mine, "a", "b")).isEqualTo(2);
        assertThat(DB.getAll(yours)).isEmpty();
    }

    @Test
    void oneSeesTheStoresOfTheOther() {
        first.store("cities", City.class);
        assertThat(second.stores()).extracting(StoreInfo::name).containsExactly("cities");
        second.rename("cities", "towns");
        assertThat(first.stores()).extracting(StoreInfo::name).containsExactly("towns");
    }

    @Test
    void aHandleIsStaleWhenTheOtherChangesTheSchema() {
        Datastore<City> mine = first.store("cities", City.class);
        DB.set(mine, "a", ATHENS);
        DB.deleteAll(mine);
        Datastore<Village> yours = second.store("cities", Village.class);
        DB.set(yours, "v", new Village("Oia"));

        assertThat(Refusal.of(StoreMissing.class, yours, () -> DB.set(mine, "a", ATHENS))
                        .store())
                .isEqualTo("cities");
        Refusal.of(StoreMissing.class, yours, () -> DB.get(mine, "a"));
        Refusal.of(StoreMissing.class, yours, () -> DB.deleteAll(mine));
        Refusal.of(SchemaLocked.class, yours, () -> first.store("cities", City.class));
    }

    @Test
    void aHandleIsStaleWhenTheOtherDropsTheStore() {
        Datastore<City> mine = first.store("cities", City.class);
        DB.set(mine, "a", ATHENS);
        second.drop("cities");

        Refusal.of(StoreMissing.class, () -> DB.get(mine, "a"));
        Refusal.of(StoreMissing.class, () -> DB.set(mine, "a", ATHENS));
        assertThat(DB.count(first.store("cities", City.class))).isZero();
    }

    @Test
    void theOthersRecordsLockTheSchema() {
        Datastore<Village> yours = second.store("cities", Village.class);
        DB.set(yours, "v", new Village("Oia"));

        Refusal.of(SchemaLocked.class, yours, () -> first.store("cities", City.class));
    }

    @Test
    void theOthersIndexesDoNotDisturb() throws SQLException {
        Datastore<City> mine = first.store("cities", City.class, index(City::name));
        Datastore<City> yours = second.store("cities", City.class, index(City::population));
        DB.set(mine, "a", ATHENS);
        DB.set(yours, "b", PATRAS);

        assertThat(site.indexes()).hasSize(1);
        assertThat(DB.getAll(mine)).containsExactly(ATHENS, PATRAS);
    }

    @Test
    void otherTablesAreLeftAlone() throws SQLException {
        site.run("create table invoices (id integer primary key, city text)");
        site.run("insert into invoices values (1, 'Athens')");
        first.store("cities", City.class);
        first.drop("cities");

        assertThat(site.column("select city from invoices")).containsExactly("Athens");
        assertThat(first.stores()).isEmpty();
    }

    @Test
    void aReadOnlyDatabaseReadsWhatIsAndWhatComes() {
        Datastore<City> mine = first.store("cities", City.class, index(City::name));
        DB.set(mine, "a", ATHENS);
        try (Database reader = DB.open(site.location(), readOnly())) {
            Datastore<City> yours = reader.store("cities", City.class);
            assertThat(DB.get(yours, "a")).contains(ATHENS);
            DB.set(mine, "b", PATRAS);
            assertThat(DB.getAll(yours)).containsExactly(ATHENS, PATRAS);
            assertThat(DB.queryExactFields(yours, Map.of("name", "Patras"))).containsExactly(PATRAS);
            assertThat(reader.stores()).isEqualTo(first.stores());
        }
    }

    @Test
    void aReadOnlyDatabaseOpensWhatNobodyElseHasOpen() {
        DB.set(first.store("cities", City.class), "a", ATHENS);
        first.close();
        second.close();
        try (Database reader = DB.open(site.location(), readOnly())) {
            assertThat(DB.getAll(reader.store("cities", City.class))).containsExactly(ATHENS);
        }
    }

    @Test
    void aReadOnlyDatabaseWritesNothing() {
        Datastore<City> mine = first.store("cities", City.class, index(City::name));
        DB.set(mine, "a", ATHENS);
        List<StoreInfo> before = first.stores();
        try (Database reader = DB.open(site.location(), readOnly())) {
            Datastore<City> yours = reader.store("cities", City.class);
            for (ThrowingCallable write : List.<ThrowingCallable>of(
                    () -> DB.set(yours, "b", PATRAS),
                    () -> DB.add(yours, PATRAS),
                    () -> DB.setAll(yours, Map.of("b", PATRAS)),
                    () -> DB.delete(yours, "a"),
                    () -> DB.deleteAll(yours),
                    () -> reader.rename("cities", "towns"),
                    () -> reader.drop("cities"))) {
                ReadOnlyDatabase refused = Refusal.of(ReadOnlyDatabase.class, mine, write);
                assertThat(refused.location()).isEqualTo(site.named());
                assertThat(refused).hasMessageContaining("without readOnly()");
            }
            assertThat(Refusal.of(StoreMissing.class, () -> reader.store("towns", City.class))
                            .store())
                    .isEqualTo("towns");
            Refusal.of(SchemaLocked.class, mine, () -> reader.store("cities", Village.class));
        }
        assertThat(first.stores()).isEqualTo(before);
    }
}
