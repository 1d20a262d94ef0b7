package dev.quarry;

import static dev.quarry.Options.readOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Dropped;
import dev.quarry.annotation.Was;
import dev.quarry.error.SchemaLocked;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that change while their store holds data, in ways that need a word from the user. */
@ParameterizedClass
@EnumSource(Place.class)
final class RefusedChangeTest {
    record City(String name, int population, @Nullable String region) {}

    private static final City ATHENS = new City("Athens", 643_452, "Attica");

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
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> obstacles(Class<? extends Record> record) {
        List<SchemaVersion> history = db.schemaHistory("cities");
        SchemaLocked locked = Refusal.of(SchemaLocked.class, cities, () -> db.store("cities", record));
        assertThat(locked.obstacles()).allSatisfy(line -> assertThat(locked).hasMessageContaining(line));
        assertThat(locked)
                .hasMessageContaining("nothing was changed")
                .hasMessageContaining("store of another name")
                .hasMessageContaining("DB.deleteAll");
        assertThat(db.schemaHistory("cities")).isEqualTo(history);
        return locked.obstacles();
    }

    record Required(String name, int population, @Nullable String region, String mayor) {}

    @Test
    void aRequiredComponentWithoutDefaultIsToBeMadeAdditive() {
        assertThat(obstacles(Required.class))
                .containsExactly(
                        "component 'mayor' was added (String, required), and the records that are there have no value"
                                + " for it: make it @Nullable or an Optional, give it @Default(\"…\"), or write a"
                                + " migration");
    }

    record Shorter(String name, @Nullable String region) {}

    @Test
    void aRequiredComponentIsNotLeftOutSilently() {
        assertThat(obstacles(Shorter.class))
                .containsExactly(
                        "component 'population' was removed (int, required), so its values would be out of reach, and"
                                + " programs that have it could not read new records: put it back, give it up with"
                                + " @Dropped(\"population\") on the record, or write a migration");
    }

    record Retyped(String name, String population, @Nullable String region) {}

    record Narrow(String name, char population, @Nullable String region) {}

    @Test
    void anotherTypeNeedsAMigration() {
        assertThat(obstacles(Retyped.class))
                .containsExactly(
                        "component 'population' changed from int to String, which does not hold the same values: keep"
                                + " the type, add a component of the new type under another name, or write a migration");
        assertThat(obstacles(Narrow.class)).singleElement().asString().contains("from int to char");
    }

    record Guess(String name, int population, @Nullable String area) {}

    record GuessWithDefault(
            @Default("?") String title,
            int population,
            @Nullable String region) {}

    @Test
    void aDropAndAnAddOfOneTypeAreAskedAbout() {
        assertThat(obstacles(Guess.class))
                .containsExactly(
                        "component 'area' was added (String, nullable), and 'region' of the same type is gone: if it"
                                + " was renamed, write @Was(\"region\") on 'area'; if it was dropped, write"
                                + " @Dropped(\"region\") on the record");
        assertThat(obstacles(GuessWithDefault.class))
                .hasSize(2)
                .anyMatch(line -> line.contains("write @Was(\"name\") on 'title'"));
    }

    record SaidRenamed(
            String name,
            int population,
            @Was("region") @Nullable String area) {}

    @Dropped("region")
    record SaidDropped(
            String name, int population, @Nullable String area) {}

    @Test
    void bothAnswersAreTaken() {
        assertThat(DB.get(db.store("cities", SaidRenamed.class), "a"))
                .contains(new SaidRenamed("Athens", 643_452, "Attica"));
        assertThat(DB.get(db.store("cities", City.class), "a")).contains(ATHENS);
    }

    @Test
    void theOtherAnswerToo() {
        Datastore<SaidDropped> dropped = db.store("cities", SaidDropped.class);
        assertThat(DB.get(dropped, "a")).contains(new SaidDropped("Athens", 643_452, null));
        DB.set(dropped, "a", new SaidDropped("Athens", 1, "Kallithea"));
        assertThat(DB.get(cities, "a")).contains(new City("Athens", 1, "Attica"));
    }

    record SameName(
            @Was("name") String title,
            int population,
            @Nullable String region) {}

    record NameAgain(
            String title,
            @Nullable String name,
            int population,
            @Nullable String region) {}

    @Test
    void aFormerNameIsNotUsedForSomethingElse() {
        db.store("cities", SameName.class);
        assertThat(obstacles(NameAgain.class))
                .anyMatch(line -> line.startsWith("component 'name' has a name that another component had before"));
    }

    record WithArea(
            String name,
            int population,
            @Nullable String region,
            @Nullable String area) {}

    @Test
    void aRenameToWhatTheStoreHasIsRefused() {
        db.store("cities", WithArea.class);
        assertThat(obstacles(SaidRenamed.class))
                .singleElement()
                .asString()
                .startsWith("component 'area' says @Was(\"region\"), and the store has both");
    }

    @Test
    void aReadOnlyProgramChangesNothing() {
        try (Database reader = DB.open(site.location(), readOnly())) {
            assertThat(Refusal.of(SchemaLocked.class, cities, () -> reader.store("cities", WithArea.class))
                            .obstacles())
                    .contains("component 'area' was added (String, nullable)")
                    .anyMatch(line -> line.contains("readOnly()"));
            db.store("cities", WithArea.class);
            assertThat(DB.get(reader.store("cities", WithArea.class), "a"))
                    .contains(new WithArea("Athens", 643_452, "Attica", null));
            assertThat(DB.get(reader.store("cities", City.class), "a")).contains(ATHENS);
        }
    }

    @Test
    void deleteAllUnlocks() {
        obstacles(Required.class);
        DB.deleteAll(cities);

        Datastore<Required> changed = db.store("cities", Required.class);
        DB.set(changed, "a", new Required("Athens", 1, null, "somebody"));
        assertThat(DB.count(changed)).isEqualTo(1);
        assertThat(db.schemaHistory("cities").get(1).changes()).contains("the store was empty and took another shape");
    }
}
