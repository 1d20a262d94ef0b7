package dev.quarry.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.SchemaLocked;
import dev.quarry.examples.data.City;
import dev.quarry.examples.data.DataFile;
import dev.quarry.examples.migration.CitiesMigration.V2__positions;
import dev.quarry.migration.Migrator;
import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A migration that is killed ends as before or as after, and so does an undo. With {@code -Pkills} it is killed fifty times on each engine, over all
 * cities; otherwise a few times, over some, and on a server that lacks much as well.
 */
@ParameterizedClass
@MethodSource("places")
final class KilledMigrationTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledMigrationTest.class);
    private static final int KILLS = Integer.getInteger("quarry.kills", 4);
    private static final int RECORDS = Integer.getInteger("quarry.killed.records", 5_000);
    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    private static final Map<String, City> BEFORE = new HashMap<>();
    private static final Map<String, CitiesMigration.Place> AFTER = new HashMap<>();

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private final Random random = new Random();
    private Site site;

    /** How many entries the history has while the cities are as before. */
    private int entries;

    static List<Place> places() {
        String names = System.getProperty("quarry.killed.places", "");
        return names.isEmpty()
                ? List.of(Place.values())
                : Stream.of(names.split(",")).map(Place::valueOf).toList();
    }

    @BeforeAll
    static void read() {
        V2__positions script = new V2__positions();
        DataFile.CITIES.forEach(city -> {
            if (BEFORE.size() < RECORDS) {
                BEFORE.put(city.key(), city.value());
                AFTER.put(city.key(), script.up(city.value()));
            }
        });
    }

    @BeforeEach
    void fill() {
        site = place.in(directory, "cities");
        try (Database db = DB.open(site.location())) {
            DB.setAll(db.store("cities", City.class), BEFORE);
        }
    }

    @Test
    void aRunThatIsKilledAnywhereEndsAsBeforeOrAsAfter() throws Exception {
        long whole = ended(program(), Duration.ofNanos(Long.MAX_VALUE)).time().toNanos();
        assertThat(isMigrated()).isTrue();
        goBack();

        int killed = 0;
        int migrated = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Duration killAfter = Duration.ofNanos((long) (random.nextDouble() * whole));
            killed += ended(program(), killAfter).exit() == ChildProgram.KILLED ? 1 : 0;
            awaitItsEndOnTheServer();
            boolean done = isMigrated();
            migrated += done ? 1 : 0;
            assertThat(runHere()).as("what a second run has to do").isEqualTo(done ? 0 : 1);
            assertThat(isMigrated()).isTrue();
            goBack();
            assertThat(isMigrated()).isFalse();
        }
        LOG.info("{}: {} of {} were killed before their end, {} ended as after", place, killed, KILLS, migrated);
        assertThat(killed).as("many were killed and did not end by themselves").isGreaterThan(KILLS / 5);
    }

    @Test
    void anUndoThatIsKilledAnywhereEndsAsAfterOrAsBefore() throws Exception {
        runHere();
        long whole = ended(program(CitiesMigration.UNDO), Duration.ofNanos(Long.MAX_VALUE))
                .time()
                .toNanos();
        assertThat(isUndone()).isTrue();

        int killed = 0;
        int undone = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            deleteBackups();
            runHere();
            Duration killAfter = Duration.ofNanos((long) (random.nextDouble() * whole));
            killed += ended(program(CitiesMigration.UNDO), killAfter).exit() == ChildProgram.KILLED ? 1 : 0;
            awaitItsEndOnTheServer();
            boolean done = isUndone();
            undone += done ? 1 : 0;
            if (!done) {
                undoHere();
            }
            assertThat(isUndone()).isTrue();
        }
        LOG.info("{}: {} of {} undos were killed before their end, {} ended as before", place, killed, KILLS, undone);
        assertThat(killed).as("many were killed and did not end by themselves").isGreaterThan(KILLS / 5);
    }

    @Test
    void ofTwoProgramsOneMigratesAndTheOtherFindsItDone() throws Exception {
        Process one = program().start();
        Process other = program().start();

        List<String> said = new ArrayList<>(lines(one));
        said.addAll(lines(other));

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(said).contains("scripts: 1", "scripts: 0");
        assertThat(isMigrated()).isTrue();
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return output.lines().toList();
        }
    }

    private int runHere() {
        try (Database db = DB.open(site.location())) {
            return Migrator.of(db, new V2__positions()).run().scripts().size();
        }
    }

    private void undoHere() {
        try (Database db = DB.open(site.location())) {
            Migrator.of(db, new V2__positions()).undo();
        }
    }

    /** Takes a run back, and deletes all that it has left. */
    private void goBack() throws IOException {
        undoHere();
        deleteBackups();
    }

    private void deleteBackups() throws IOException {
        try (Database db = DB.open(site.location())) {
            Migrator migrator = Migrator.of(db, new V2__positions());
            migrator.backups().forEach(migrator::deleteBackup);
            entries = migrator.history().size();
        }
        // a run that was killed is not in the history, but its backup is there
        for (Path backup : backupFiles()) {
            Files.delete(backup);
        }
    }

    /** Whether the database holds everything as after a run; else it holds everything as before, and no sign of a run. */
    private boolean isMigrated() throws IOException, SQLException {
        return holdsAfter(0);
    }

    /** Whether the database holds everything as before a run, which the history has as undone; else it holds everything as after. */
    private boolean isUndone() throws IOException, SQLException {
        return !holdsAfter(2);
    }

    /** Whether everything is as after a run, or else as before, with so many more entries of the history. */
    private boolean holdsAfter(int entriesAsBefore) throws IOException, SQLException {
        assertThat(site.faults()).isEmpty();
        assertOnlyWholeBackups();
        // where each table is made in a transaction of its own, the next change clears up what was left
        int leftOver = place == Place.MINIMAL ? 1 : 0;
        try (Database db = DB.open(site.location())) {
            assertThat(db.stores()).hasSize(1);
            Migrator migrator = Migrator.of(db, new V2__positions());
            int since = migrator.history().size() - entries;
            try {
                Datastore<City> cities = db.store("cities", City.class);
                assertThat(DB.getAllWithKeys(cities).equals(BEFORE))
                        .as("as before")
                        .isTrue();
                assertThat(since).isEqualTo(entriesAsBefore);
                assertThat(site.dataTables()).hasSizeBetween(1, 1 + leftOver);
                return false;
            } catch (SchemaLocked e) {
                Datastore<CitiesMigration.Place> places = db.store("cities", CitiesMigration.Place.class);
                assertThat(DB.getAllWithKeys(places).equals(AFTER))
                        .as("as after")
                        .isTrue();
                assertThat(since).isEqualTo(1);
                assertThat(migrator.backups()).hasSize(1);
                int tables = place == Place.FILE ? 1 : 2;
                assertThat(site.dataTables()).hasSizeBetween(tables, tables + leftOver);
                return true;
            }
        }
    }

    /** A backup that is a file is there as a whole, or only as a part that is named so. */
    private void assertOnlyWholeBackups() throws IOException {
        for (Path backup : backupFiles()) {
            if (backup.toString().endsWith(".backup")) {
                try (Database db = DB.open(backup.toString())) {
                    assertThat(DB.getAllWithKeys(db.store("cities", City.class)).equals(BEFORE))
                            .as(backup.toString())
                            .isTrue();
                }
            }
        }
    }

    private List<Path> backupFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.getFileName().toString().contains(".backup"))
                    .toList();
        }
    }

    /** Runs a program that is killed some time after it has begun. */
    private static ChildProgram.Ended ended(ProcessBuilder program, Duration killAfter)
            throws IOException, InterruptedException {
        ChildProgram.Ended ended = ChildProgram.killed(program, killAfter);
        assertThat(ended.lines()).startsWith(CitiesMigration.BEGINS);
        return ended;
    }

    private ProcessBuilder program(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(place == Place.FILE ? site.location() : site.location() + "&ApplicationName=" + application()));
        arguments.addAll(List.of(more));
        // less than the records would take: a run holds one at a time
        return ChildProgram.of(CitiesMigration.class, List.of("-Xmx32m"), arguments.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static String application() {
        return "killed_" + ProcessHandle.current().pid();
    }

    /** A server goes on with the statement, or the commit, that it got last, and then finds its client gone. */
    private void awaitItsEndOnTheServer() throws SQLException {
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        while (place != Place.FILE
                && !site.column("select pid from pg_stat_activity where application_name = '" + application() + "'")
                        .isEmpty()) {
            assertThat(System.nanoTime() - deadline).isNegative();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
