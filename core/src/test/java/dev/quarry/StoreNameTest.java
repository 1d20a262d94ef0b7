package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.InvalidStoreName;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that stores can have, and names that none has. */
@ParameterizedClass
@EnumSource(Where.class)
final class StoreNameTest {
    record City(String name) {}

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private Database db;

    @BeforeEach
    void open() {
        db = where.open(directory);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1cities", "_x", "-x", "a b", "a.b", "a\"b", "städte", "a;drop", "a\n", "quarry store"})
    void noStoreHasSuchAName(String name) {
        Datastore<City> cities = db.store("cities", City.class);
        InvalidStoreName opened = Refusal.of(InvalidStoreName.class, cities, () -> db.store(name, City.class));
        assertThat(opened.name()).isEqualTo(name);
        assertThat(opened).hasMessageContaining("'" + name + "'").hasMessageContaining("1 to 64 letters");
        Refusal.of(InvalidStoreName.class, cities, () -> db.rename("cities", name));
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("cities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1_x", "select", "sqlite_master", "SQLite_x", "quarry_store", "quarry_meta"})
    void anyOtherNameIsAsGood(String name) {
        Datastore<City> cities = db.store(name, City.class, Options.index(City::name));
        DB.set(cities, "a", new City("Athens"));
        assertThat(DB.count(db.store(name, City.class))).isEqualTo(1);
        assertThat(db.stores()).extracting(StoreInfo::name).containsExactly(name);
    }

    @Test
    void aNameHasAtMost64Characters() {
        db.store("n".repeat(64), City.class);
        Refusal.of(InvalidStoreName.class, () -> db.store("n".repeat(65), City.class));
    }
}
