package dev.quarry.migration;

import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.error.BackupFailed;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.FaultySource;
import dev.quarry.testing.FaultySource.Fault;
import dev.quarry.testing.Place;
import dev.quarry.testing.PostgresNode;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on a server, or on the way to it, in the middle of a run: everything is as before or as after. */
final class ServerFaultsTest {
    /** They go to the server in three batches. */
    private static final int RECORDS = 2_500;

    /** A run takes some more than that. */
    private static final int STATEMENTS = 50;

    private static final int BETWEEN_FAULTS = 11;

    @TempDir
    Path directory;

    private final Map<String, Before> before = records(RECORDS);
    private Supplier<Optional<Fault>> faults = Optional::empty;

    private static Map<String, Before> records(int count) {
        Map<String, Before> all = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            all.put(String.format("%05d", i), new Before("given" + i + " family" + i, i, "x".repeat(i % 50)));
        }
        return all;
    }

    /** The fault strikes once, at the statement of that number. */
    private static Supplier<Optional<Fault>> at(int number, Fault fault) {
        AtomicInteger statements = new AtomicInteger();
        return () -> statements.incrementAndGet() == number ? Optional.of(fault) : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void whereverTheDiskIsFullEverythingIsAsItWas(Place place) throws SQLException {
        Site site = place.in(directory);
        FaultySource source = new FaultySource(site.location(), () -> faults.get());
        try (Database db = DB.open(source)) {
            DB.setAll(db.store("people", Before.class), before);
            Migrator migrator = Migrator.of(db, new V2__split_name());
            int failed = 0;
            for (int number = 1; migrator.status().version() == 0; number += BETWEEN_FAULTS) {
                faults = at(number, Fault.DISK_FULL);
                try {
                    migrator.run();
                    // without DDL in transactions a run clears up when it is over, and what it leaves the next one
                    // takes
                    assertThat(source.struck()).isBetween(failed, place == Place.MINIMAL ? failed + 1 : failed);
                    // a fault that the run did not get to must not strike what is asked about it
                    faults = Optional::empty;
                } catch (DatabaseFailed | BackupFailed e) {
                    failed++;
                    assertThat(e).hasStackTraceContaining("No space left");
                    faults = Optional::empty;
                    assertThat(DB.getAllWithKeys(db.store("people", Before.class)))
                            .isEqualTo(before);
                    assertThat(site.dataTables()).containsExactly("people__g1");
                    assertThat(migrator.history())
                            .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.FAILED));
                }
            }
            faults = Optional::empty;
            assertThat(failed).isGreaterThan(STATEMENTS / BETWEEN_FAULTS);
            assertThat(migrator.history())
                    .filteredOn(entry -> entry.outcome() == Outcome.FAILED)
                    .hasSizeGreaterThan(STATEMENTS / BETWEEN_FAULTS / 2);
            assertMigrated(db);
        }
    }

    private void assertMigrated(Database db) {
        V2__split_name script = new V2__split_name();
        Map<String, Person> after = new LinkedHashMap<>();
        before.forEach((key, old) -> after.put(key, script.up(old)));
        assertThat(DB.getAllWithKeys(db.store("people", Person.class))).isEqualTo(after);
        List<HistoryEntry> history = Migrator.of(db, script).history();
        HistoryEntry last = history.get(history.size() - 1);
        assertThat(last.outcome()).isEqualTo(Outcome.DONE);
        assertThat(Migrator.of(db, script).backups())
                .containsExactly(last.backup().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"DEADLOCK", "LOST_.*_STATEMENT"})
    void whateverStatementEndsARunItIsDoneOnce(Fault fault) throws SQLException {
        Site site = Place.POSTGRESQL.in(directory);
        FaultySource source = new FaultySource(site.location(), () -> faults.get());
        try (Database db = DB.open(source)) {
            DB.setAll(db.store("people", Before.class), before);
            Migrator migrator = Migrator.of(db, new V2__split_name());
            int faultsBefore = 0;
            for (int number = 1; number <= STATEMENTS; number += BETWEEN_FAULTS) {
                faults = at(number, fault);
                assertThat(migrator.run().scripts()).hasSize(1);
                faults = Optional::empty;

                assertThat(source.struck()).isEqualTo(++faultsBefore);
                assertMigrated(db);
                assertThat(site.dataTables()).hasSize(2);
                migrator.undo();
                assertThat(DB.getAllWithKeys(db.store("people", Before.class))).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = ".*_COMMIT")
    void aRunWhoseCommitFailsIsDoneOnce(Fault fault) throws SQLException {
        Site site = Place.POSTGRESQL.in(directory);
        FaultySource source = new FaultySource(site.location(), () -> faults.get());
        try (Database db = DB.open(source)) {
            DB.setAll(db.store("people", Before.class), before);
            faults = () -> source.struck() == 0 ? Optional.of(fault) : Optional.empty();

            MigrationRun run = Migrator.of(db, new V2__split_name()).run();

            assertThat(source.struck()).isEqualTo(1);
            assertThat(run.scripts()).hasSize(1);
            assertThat(Migrator.of(db, new V2__split_name()).history()).hasSize(1);
            assertMigrated(db);
            assertThat(site.dataTables()).hasSize(2);
        }
    }

    /** A program that waits long enough goes on with the server that is back; another one finds it gone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatIsKilledHasAllOfARunOrNothing(boolean patient) throws Exception {
        before.putAll(records(5_000));
        Random random = new Random();
        ExecutorService migrating = Executors.newSingleThreadExecutor();
        try (PostgresNode server = PostgresNode.create(directory.resolve("data"));
                Database db = DB.open(server.url(), timeout(Duration.ofMinutes(1)))) {
            DB.setAll(db.store("people", Before.class), before);
            Migrator migrator = Migrator.of(db, new V2__split_name());
            long begin = System.nanoTime();
            migrator.run();
            long whole = System.nanoTime() - begin;
            for (int kill = 0; kill < 2; kill++) {
                migrator.undo();
                int entries = migrator.history().size();
                Future<?> run = migrating.submit(
                        () -> run(server.url(), patient ? Duration.ofMinutes(1) : Duration.ofMillis(300)));
                LockSupport.parkNanos((long) (random.nextDouble() * whole));
                server.kill();
                if (!patient) {
                    endOf(run).ifPresent(failure -> assertThat(failure).isInstanceOf(DatastoreException.class));
                }
                server.startAgain();
                if (patient) {
                    run.get(1, TimeUnit.MINUTES);
                    assertThat(migrator.status().version()).isEqualTo(2);
                }
                if (migrator.status().version() < 2) {
                    assertThat(DB.getAllWithKeys(db.store("people", Before.class)))
                            .isEqualTo(before);
                    assertThat(migrator.history()).hasSize(entries);
                    migrator.run();
                }
                assertMigrated(db);
                assertThat(migrator.history()).hasSize(entries + 1);
            }
        } finally {
            migrating.shutdownNow();
        }
    }

    /** What a run failed with; empty if it had ended before. */
    private static Optional<Throwable> endOf(Future<?> run) throws Exception {
        try {
            run.get(1, TimeUnit.MINUTES);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        }
    }

    private static void run(String url, Duration timeout) {
        try (Database db = DB.open(url, timeout(timeout))) {
            Migrator.of(db, new V2__split_name()).run();
        }
    }
}
