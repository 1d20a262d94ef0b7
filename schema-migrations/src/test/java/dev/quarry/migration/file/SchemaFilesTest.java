package dev.quarry.migration.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Options;
import dev.quarry.StoreInfo;
import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import dev.quarry.error.InvalidSchemaFile;
import dev.quarry.error.SchemaDrift;
import dev.quarry.migration.file.SchemaReport.State;
import dev.quarry.testing.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Place.class)
final class SchemaFilesTest {
    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Path schemas = Path.of("");

    @BeforeEach
    void name() {
        schemas = directory.resolve("schemas");
    }

    static final class First {
        record City(String name, int population) {}
    }

    static final class Second {
        record City(
                @Was("name") String title,
                int population,
                @Default("GR") String country,
                @Nullable String region) {}
    }

    static final class Third {
        record City(
                @Was({"title", "name"}) String title2,
                long population,
                @Default("GR") String country) {}
    }

    static final class Broken {
        record City(String name, String population) {}
    }

    @Test
    void eachVersionIsAFileOfItsOwn() throws IOException {
        SchemaFiles files = SchemaFiles.in(schemas);

        assertThat(files.write("cities", First.City.class)).contains(schemas.resolve("cities/v1.json"));
        assertThat(files.write("cities", First.City.class)).isEmpty();
        assertThat(files.write("cities", Second.City.class)).contains(schemas.resolve("cities/v2.json"));
        assertThat(files.versions("cities")).extracting(SchemaFile::version).containsExactly(1, 2);
        assertThat(files.versions("cities").get(1).hints().formerNames()).hasSize(1);
        assertThat(files.stores()).containsExactly("cities");
        assertThat(files.versions("towns")).isEmpty();
        assertThat(schemas.resolve("cities/v1.json")).hasContent("""
            {
              "store" : "cities",
              "version" : 1,
              "schema" : {
                "record" : "dev.quarry.migration.file.SchemaFilesTest$First$City",
                "components" : [
                  {
                    "name" : "name",
                    "presence" : "REQUIRED",
                    "type" : "STRING"
                  },
                  {
                    "name" : "population",
                    "presence" : "PRIMITIVE",
                    "type" : "INT"
                  }
                ]
              },
              "formerNames" : { },
              "defaults" : { },
              "dropped" : [ ]
            }
            """);
    }

    @Test
    void theTextOfAVersionIsAlwaysTheSame() throws IOException {
        SchemaFiles.in(schemas).write("cities", Second.City.class);
        SchemaFiles.in(directory.resolve("others")).write("cities", Second.City.class);

        assertThat(schemas.resolve("cities/v1.json"))
                .hasSameTextualContentAs(directory.resolve("others/cities/v1.json"));
    }

    @Test
    void aDatabaseWritesEachShapeThatItsStoresHaveHad() {
        try (Database db = DB.open(place.in(directory).location())) {
            db.store("cities", First.City.class);
            db.store("cities", Second.City.class);
            db.store("towns", First.City.class);

            assertThat(SchemaFiles.in(schemas).write(db))
                    .containsExactly(
                            schemas.resolve("cities/v1.json"),
                            schemas.resolve("cities/v2.json"),
                            schemas.resolve("towns/v1.json"));
            assertThat(SchemaFiles.in(schemas).write(db)).isEmpty();
            assertThat(SchemaCheck.of(schemas).verify(db).isInStep()).isTrue();
            assertThat(SchemaCheck.of(schemas)
                            .verify(Map.of("cities", Second.City.class, "towns", First.City.class))
                            .isInStep())
                    .isTrue();
        }
    }

    private SchemaReport.Finding verify(Class<? extends Record> record) {
        return SchemaCheck.of(schemas)
                .verify(Map.of("cities", record))
                .findings()
                .get(0);
    }

    @Test
    void aRecordThatChangedSinceItsFileIsToldWithWhatThatMeans() {
        assertThat(verify(First.City.class).state()).isEqualTo(State.NO_FILE);
        SchemaFiles.in(schemas).write("cities", First.City.class);
        assertThat(verify(First.City.class).state()).isEqualTo(State.IN_STEP);

        assertThat(verify(Second.City.class).state()).isEqualTo(State.COMPATIBLE);
        assertThat(verify(Second.City.class).lines())
                .containsExactly(
                        "City changed since " + schemas.resolve("cities/v1.json")
                                + ", and stores with records take it:",
                        "component 'name' was renamed to 'title'",
                        "component 'country' was added (String, \"GR\" by default)",
                        "component 'region' was added (String, nullable)",
                        "write the next file: SchemaFiles.in(…).write(\"cities\", City.class)");

        assertThat(verify(Broken.City.class).state()).isEqualTo(State.NEEDS_MIGRATION);
        assertThat(verify(Broken.City.class).describe())
                .contains("stores with records refuse it")
                .contains("component 'population' changed from int to String");
        SchemaDrift drift = catchThrowableOfType(
                SchemaDrift.class,
                () -> SchemaCheck.of(schemas)
                        .verify(Map.of("cities", Broken.City.class))
                        .requireInStep());
        assertThat(drift.findings()).hasSize(1);
        assertThat(drift).hasMessageContaining("from int to String");
    }

    enum Status {
        OPEN,
        SHUT,
        LOST
    }

    enum FewerStatus {
        SHUT,
        OPEN
    }

    record Shop(Status status) {}

    record FewerShop(FewerStatus status) {}

    @Test
    void aConstantThatIsGoneIsADrift() {
        SchemaFiles.in(schemas).write("cities", Shop.class);

        assertThat(verify(Shop.class).state()).isEqualTo(State.IN_STEP);
        assertThat(verify(FewerShop.class).state()).isEqualTo(State.COMPATIBLE);
        assertThat(verify(FewerShop.class).lines())
                .startsWith(
                        "FewerShop changed since " + schemas.resolve("cities/v1.json")
                                + ", and stores take it if all their records fit it:",
                        "component 'status' no longer holds LOST");
    }

    @Test
    void aRecordIsJudgedByAllFilesBeforeIt() {
        SchemaFiles files = SchemaFiles.in(schemas);
        files.write("cities", First.City.class);
        files.write("cities", Second.City.class);

        assertThat(verify(Third.City.class).state()).isEqualTo(State.COMPATIBLE);
        assertThat(verify(First.City.class).state()).as("a roll-back").isEqualTo(State.COMPATIBLE);
    }

    @Test
    void aDatabaseIsBehindOrAhead() {
        SchemaFiles files = SchemaFiles.in(schemas);
        files.write("cities", First.City.class);
        files.write("cities", Second.City.class);
        try (Database db = DB.open(place.in(directory).location())) {
            assertThat(states(db)).containsExactly(State.DATABASE_BEHIND);
            db.store("cities", First.City.class);
            assertThat(states(db)).containsExactly(State.DATABASE_BEHIND);
            db.store("cities", Second.City.class);
            assertThat(states(db)).containsExactly(State.IN_STEP);
            db.store("cities", First.City.class);
            assertThat(states(db)).as("an older program changes nothing").containsExactly(State.IN_STEP);
            db.store("cities", Third.City.class);
            assertThat(states(db)).containsExactly(State.DATABASE_AHEAD);
            db.store("towns", First.City.class);
            assertThat(states(db)).containsExactly(State.DATABASE_AHEAD, State.NO_FILE);
            assertThat(SchemaCheck.of(schemas).verify(db).describe())
                    .contains("is in no file")
                    .contains("widened");
        }
    }

    private List<State> states(Database db) {
        return SchemaCheck.of(schemas).verify(db).findings().stream()
                .map(SchemaReport.Finding::state)
                .toList();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        SchemaFiles.in(schemas).write("cities", First.City.class);
        Path file = schemas.resolve("cities/v1.json");
        for (String text : List.of(
                "{",
                "{}",
                "[]",
                Files.readString(file).replace("\"STRING\"", "\"TEXT\""),
                Files.readString(file).replace("\"cities\"", "\"towns\""))) {
            Files.writeString(file, text);
            InvalidSchemaFile invalid = catchThrowableOfType(
                    InvalidSchemaFile.class, () -> SchemaFiles.in(schemas).versions("cities"));
            assertThat(invalid.file()).isEqualTo(file.toString());
            assertThat(invalid.reason()).isNotBlank();
        }
    }

    @Test
    void aFileThatIsMissingBeforeALaterOneIsNamed() throws IOException {
        SchemaFiles files = SchemaFiles.in(schemas);
        files.write("cities", First.City.class);
        files.write("cities", Second.City.class);
        files.write("cities", Third.City.class);
        for (String missing : List.of("v2.json", "v1.json")) {
            Path file = schemas.resolve("cities").resolve(missing);
            Path away = Files.move(file, directory.resolve("away.json"));

            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> files.versions("cities"),
                    () -> files.write("cities", Broken.City.class),
                    () -> verify(Third.City.class))) {
                InvalidSchemaFile invalid = catchThrowableOfType(InvalidSchemaFile.class, use);
                assertThat(invalid.file()).isEqualTo(file.toString());
                assertThat(invalid)
                        .hasMessage("the schema file " + file + " cannot be used: it is missing, and a later version of"
                                + " the store is there; take it back from version control");
            }
            assertThat(files.stores()).containsExactly("cities");
            assertThat(file).doesNotExist();

            Files.move(away, file);
            assertThat(files.versions("cities")).hasSize(3);
        }
    }

    @Test
    void otherFilesInTheFolderAreNoVersions() throws IOException {
        SchemaFiles files = SchemaFiles.in(schemas);
        files.write("cities", First.City.class);
        for (String other : List.of("v02.json", "v3.json.orig", "V3.json.bak", "README.md")) {
            Files.writeString(schemas.resolve("cities").resolve(other), "{");
        }
        Files.createDirectories(schemas.resolve("towns"));
        Files.writeString(schemas.resolve("README.md"), "what is here");

        assertThat(files.versions("cities")).hasSize(1);
        assertThat(files.write("cities", Second.City.class)).contains(schemas.resolve("cities/v2.json"));
        assertThat(files.stores()).containsExactly("cities");
    }

    @Test
    void aDatabaseThatIsOpenedWithTheFilesTakesOnlyTheRecordsThatTheyHave() {
        SchemaFiles.in(schemas).write("cities", First.City.class);
        try (Database db = DB.open(place.in(directory).location(), Options.schemaFiles(schemas))) {
            assertThat(DB.count(db.store("cities", First.City.class))).isZero();
            SchemaDrift changed = catchThrowableOfType(SchemaDrift.class, () -> db.store("cities", Second.City.class));
            SchemaDrift unknown = catchThrowableOfType(SchemaDrift.class, () -> db.store("towns", First.City.class));

            assertThat(changed.findings())
                    .singleElement()
                    .asString()
                    .contains("City changed since", "write the next file");
            assertThat(unknown.findings()).singleElement().asString().contains("there is no file of this store");
            assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("cities");
            assertThat(db.schemaHistory("cities")).hasSize(1);
        }
    }
}
