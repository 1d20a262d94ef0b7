package dev.quarry.migration;

import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.engine.Session;
import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.StoreMissing;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.error.BackupFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others see of a run, and what a full disk makes of it. */
final class OfflineTest {
    private static final int RECORDS = 3_000;

    @TempDir
    Path directory;

    private String file = "";

    @BeforeEach
    void fill() {
        file = directory.resolve("people.db").toString();
        Map<String, Before> all = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            all.put(String.format("%04d", i), new Before("given" + i + " family" + i, i, "x".repeat(i % 50)));
        }
        try (Database db = DB.open(file)) {
            DB.setAll(db.store("people", Before.class), all);
        }
    }

    @Test
    void anOpenProgramReadsTheOldRecordsUntilTheRunIsDoneAndIsToldThen() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (Database program = DB.open(file);
                Database db = DB.open(file)) {
            Datastore<Before> open = program.store("people", Before.class);
            Future<List<DatastoreException>> seen = reader.submit(readUntil(done, reading, open));
            reading.await();

            Migrator.of(db, new V2__split_name()).run();

            done.set(true);
            assertThat(seen.get()).allSatisfy(error -> assertThat(error).isInstanceOf(StoreMissing.class));
            assertThatThrownBy(() -> DB.get(open, "0000"))
                    .isInstanceOf(StoreMissing.class)
                    .hasMessageContaining("a migration gave its records another shape");
            assertThatThrownBy(() -> DB.set(open, "0000", new Before("a b", 1, null)))
                    .isInstanceOf(StoreMissing.class);
            assertThat(DB.count(program.store("people", Person.class))).isEqualTo(RECORDS);
        } finally {
            reader.shutdownNow();
        }
    }

    /** Every answer is complete and of the old shape, or an error. */
    private static Callable<List<DatastoreException>> readUntil(
            AtomicBoolean done, CountDownLatch reading, Datastore<Before> people) {
        return () -> {
            List<DatastoreException> errors = new ArrayList<>();
            while (!done.get()) {
                try {
                    Map<String, Before> all = DB.getAllWithKeys(people);
                    assertThat(all).hasSize(RECORDS);
                    assertThat(all.get("0042").name()).isEqualTo("given42 family42");
                } catch (DatastoreException e) {
                    errors.add(e);
                }
                reading.countDown();
            }
            return errors;
        };
    }

    @Test
    void aWriterThatDoesNotEndIsNotWaitedForForEver() {
        try (Database program = DB.open(file);
                Database db = DB.open(file, timeout(Duration.ofMillis(100)))) {
            program.generations().engine().connections().write(session -> {
                assertThatThrownBy(() -> Migrator.of(db, new V2__split_name()).run())
                        .isInstanceOf(DatabaseBusy.class);
                return session;
            });
            assertThat(Migrator.of(db, new V2__split_name()).history()).isEmpty();
            Migrator.of(db, new V2__split_name()).run();
        }
    }

    @Test
    void ofTwoMigratorsOneRunsAndTheOtherFindsItDone() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Database one = DB.open(file);
                Database other = DB.open(file)) {
            List<Future<MigrationRun>> runs = both.invokeAll(List.of(
                    () -> Migrator.of(one, new V2__split_name()).run(),
                    () -> Migrator.of(other, new V2__split_name()).run()));

            List<Integer> scripts = new ArrayList<>();
            for (Future<MigrationRun> run : runs) {
                scripts.add(run.get().scripts().size());
            }
            assertThat(scripts).containsExactlyInAnyOrder(0, 1);
            assertThat(Migrator.of(one, new V2__split_name()).history()).hasSize(1);
            assertThat(DB.count(one.store("people", Person.class))).isEqualTo(RECORDS);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void whereverTheDiskIsFullEverythingIsAsItWas() {
        int failed = 0;
        for (int room = 0; room < 200; room += 10) {
            failed += runWithRoom(room) ? 0 : 1;
        }
        assertThat(failed).isBetween(1, 19);
    }

    /** A run in which the file may grow by so many pages; whether it succeeded. It is undone again. */
    private boolean runWithRoom(int pages) {
        try (Database db = DB.open(file)) {
            write(db, session -> {
                session.executeOnce("pragma max_page_count = " + (pages(session) + pages));
            });
            Migrator migrator = Migrator.of(db, new V2__split_name());
            try {
                migrator.run();
            } catch (DatabaseFailed e) {
                assertThat(e).hasMessageContaining("full");
                try (Database again = DB.open(file)) {
                    assertThat(DB.getAllWithKeys(again.store("people", Before.class)))
                            .hasSize(RECORDS);
                    assertThat(again.stores()).hasSize(1);
                }
                return false;
            }
            write(db, session -> session.executeOnce("pragma max_page_count = 1000000"));
            migrator.undo();
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
            return true;
        }
    }

    private static long pages(Session session) throws SQLException {
        try (var rows = session.statement("pragma page_count").executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void write(Database db, Action action) {
        db.generations().engine().connections().writeOne(session -> {
            action.run(session);
            return session;
        });
    }

    private interface Action {
        void run(Session session) throws SQLException;
    }

    @Test
    void withoutABackupNothingRuns() throws Exception {
        RunContext standard = RunContext.standard();
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        Files.createDirectories(
                directory.resolve("people.db.20260102T030405Z-v1.backup.part").resolve("in the way"));
        try (Database db = DB.open(file)) {
            Migrator migrator = Migrator.of(db, new V2__split_name())
                    .with(new RunContext("", standard.progress(), clock, standard.freeSpace()));

            assertThatThrownBy(migrator::run)
                    .isInstanceOf(BackupFailed.class)
                    .hasMessageContaining("people.db.20260102T030405Z-v1.backup");
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
            assertThat(migrator.history()).isEmpty();
        }
    }

    @Test
    void whatAKilledRunLeftOfABackupIsDeletedByTheNext() throws Exception {
        Path left = Files.writeString(directory.resolve("people.db.20250102T030405Z-v1.backup.part"), "half");
        Path others = Files.writeString(directory.resolve("other.db.20250102T030405Z-v1.backup.part"), "half");
        try (Database db = DB.open(file)) {
            Migrator.of(db, new V2__split_name()).run();
        }
        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }
}
