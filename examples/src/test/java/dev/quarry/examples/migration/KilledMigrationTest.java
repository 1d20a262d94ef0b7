package dev.quarry.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.SchemaLocked;
import dev.quarry.examples.data.City;
import dev.quarry.examples.data.DataFile;
import dev.quarry.examples.migration.CitiesMigration.Place;
import dev.quarry.examples.migration.CitiesMigration.V2__positions;
import dev.quarry.migration.Migrator;
import dev.quarry.migration.history.HistoryEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A migration that is killed ends as before or as after. With {@code -Pkills} it is killed fifty times, over all cities;
 * otherwise a few times, over some.
 */
final class KilledMigrationTest {
    private static final int KILLS = Integer.getInteger("quarry.kills", 5);
    private static final int RECORDS = Integer.getInteger("quarry.killed.records", 10_000);

    @TempDir
    private static Path directory;

    private static final Map<String, City> BEFORE = new HashMap<>();
    private static final Map<String, Place> AFTER = new HashMap<>();

    private static Path original = Path.of("");

    private final Random random = new Random();

    @BeforeAll
    static void fill() {
        original = directory.resolve("original.db");
        V2__positions script = new V2__positions();
        DataFile.CITIES.forEach(city -> {
            if (BEFORE.size() < RECORDS) {
                BEFORE.put(city.key(), city.value());
                AFTER.put(city.key(), script.up(city.value()));
            }
        });
        try (Database db = DB.open(original.toString())) {
            DB.setAll(db.store("cities", City.class), BEFORE);
        }
    }

    @Test
    void aRunThatIsKilledAnywhereEndsAsBeforeOrAsAfter() throws Exception {
        long whole = run(copy("unkilled"), Long.MAX_VALUE).nanos();
        assertThat(isMigrated(directory.resolve("unkilled").resolve("cities.db")))
                .isTrue();

        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path file = copy("kill-" + kill);
            killed += run(file, (long) (random.nextDouble() * whole)).code() == 128 + 9 ? 1 : 0;
            boolean migrated = isMigrated(file);
            assertOnlyWholeBackups(file.getParent());
            try (Database db = DB.open(file.toString())) {
                int scripts =
                        Migrator.of(db, new V2__positions()).run().scripts().size();
                assertThat(scripts).as("what a second run has to do").isEqualTo(migrated ? 0 : 1);
            }
            assertThat(isMigrated(file)).isTrue();
            assertOnlyWholeBackups(file.getParent());
            delete(file.getParent());
        }
        assertThat(killed).as("most were killed and did not end by themselves").isGreaterThan(KILLS / 2);
    }

    @Test
    void ofTwoProgramsOneMigratesAndTheOtherFindsItDone() throws Exception {
        Path file = copy("two");
        Process one = start(file);
        Process other = start(file);

        List<String> said = new ArrayList<>(lines(one));
        said.addAll(lines(other));

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(said).contains("scripts: 1", "scripts: 0");
        assertThat(isMigrated(file)).isTrue();
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return output.lines().toList();
        }
    }

    /** Whether the file holds everything as after a run; else it holds everything as before. */
    private static boolean isMigrated(Path file) {
        try (Database db = DB.open(file.toString())) {
            assertThat(db.stores()).hasSize(1);
            List<HistoryEntry> history = Migrator.of(db, new V2__positions()).history();
            try {
                Datastore<City> cities = db.store("cities", City.class);
                assertThat(DB.getAllWithKeys(cities).equals(BEFORE))
                        .as("as before")
                        .isTrue();
                assertThat(history).isEmpty();
                return false;
            } catch (SchemaLocked e) {
                Datastore<Place> places = db.store("cities", Place.class);
                assertThat(DB.getAllWithKeys(places).equals(AFTER))
                        .as("as after")
                        .isTrue();
                assertThat(history).hasSize(1);
                return true;
            }
        }
    }

    /** A backup is there as a whole, or only as a part that is named so. */
    private static void assertOnlyWholeBackups(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path backup :
                    files.filter(path -> path.toString().endsWith(".backup")).toList()) {
                try (Database db = DB.open(backup.toString())) {
                    assertThat(DB.getAllWithKeys(db.store("cities", City.class)).equals(BEFORE))
                            .as(backup.toString())
                            .isTrue();
                }
            }
        }
    }

    private record Ended(int code, long nanos) {}

    /** Runs a program that is killed some time after it has begun. */
    private static Ended run(Path file, long killAfterNanos) throws IOException, InterruptedException {
        Process process = start(file);
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo(CitiesMigration.BEGINS);
            long begin = System.nanoTime();
            killer.schedule(process.toHandle()::destroyForcibly, killAfterNanos, TimeUnit.NANOSECONDS);
            while (output.readLine() != null) {
                // until the program ends
            }
            return new Ended(process.waitFor(), System.nanoTime() - begin);
        } finally {
            killer.shutdownNow();
            process.destroyForcibly();
        }
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        // less than the records would take: a run holds one at a time
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CitiesMigration.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path copy(String name) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        return Files.copy(original, folder.resolve("cities.db"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
