package dev.quarry.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.SchemaLocked;
import dev.quarry.testing.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Place.class)
final class SchemaLockTest {
    private static final Before.City ATHENS = new Before.City("Athens", 643_452, "Attica");

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private String location = "";

    static final class Before {
        record City(String name, int population, @Nullable String region) {}
    }

    static final class After {
        record City(String name, long population, List<String> tags) {}
    }

    @BeforeEach
    void fill() {
        location = place.in(directory).location();
        try (Database db = DB.open(location)) {
            DB.set(db.store("cities", Before.City.class), "gr-athens", ATHENS);
        }
    }

    @Test
    void aChangedRecordIsRefusedWithTheDifferencesInWords() {
        try (Database db = DB.open(location)) {
            SchemaLocked locked = catchThrowableOfType(SchemaLocked.class, () -> db.store("cities", After.City.class));

            assertThat(locked.store()).isEqualTo("cities");
            assertThat(locked.differences())
                    .containsExactlyInAnyOrder(
                            "component 'population' changed from int to long",
                            "component 'region' was removed (String, nullable)",
                            "component 'tags' was added (List<String>, required)");
            assertThat(locked).hasMessageContaining("nothing was changed").hasMessageContaining("DB.deleteAll");
        }
    }

    @Test
    void aRefusalLeavesTheStoreAsItWas() {
        try (Database db = DB.open(location)) {
            catchThrowableOfType(SchemaLocked.class, () -> db.store("cities", After.City.class));

            assertThat(DB.getAllWithKeys(db.store("cities", Before.City.class))).isEqualTo(Map.of("gr-athens", ATHENS));
        }
    }

    @Test
    void anEmptyStoreTakesAnyRecord() {
        try (Database db = DB.open(location)) {
            DB.deleteAll(db.store("cities", Before.City.class));

            Datastore<After.City> changed = db.store("cities", After.City.class);
            After.City city = new After.City("Athens", 643_452L, List.of("capital"));
            DB.set(changed, "gr-athens", city);
            assertThat(DB.get(changed, "gr-athens")).contains(city);
        }
    }
}
