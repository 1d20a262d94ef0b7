package dev.quarry.migration;

import static dev.quarry.Options.timeout;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.StoreMissing;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What others see of a run. */
@ParameterizedClass
@EnumSource(Place.class)
final class OfflineTest {
    private static final int RECORDS = 3_000;

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void fill() {
        site = place.in(directory, "people");
        Map<String, Before> all = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            all.put(String.format("%04d", i), new Before("given" + i + " family" + i, i, "x".repeat(i % 50)));
        }
        try (Database db = DB.open(site.location())) {
            DB.setAll(db.store("people", Before.class), all);
        }
    }

    @Test
    void anOpenProgramReadsTheOldRecordsUntilTheRunIsDoneAndIsToldThen() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (Database program = DB.open(site.location());
                Database db = DB.open(site.location())) {
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

    /** Those who come in the middle of it as well. */
    @Test
    void readersWaitAtNoStepOfARunNorOfADryRun() {
        Script years = Changes.of(3, "years", change("people", Older.class, rename("age", "years")));
        try (Database program = DB.open(site.location(), timeout(Duration.ofSeconds(2)));
                Database db = DB.open(site.location())) {
            Datastore<Before> open = program.store("people", Before.class);
            Set<Progress.Phase> seen = EnumSet.noneOf(Progress.Phase.class);
            Migrator migrator = Migrator.of(db, new V2__split_name(), years).withProgress((phase, store, done, all) -> {
                assertThat(DB.get(open, "0042").orElseThrow().name()).isEqualTo("given42 family42");
                if (seen.add(phase)) {
                    try (Database late = DB.open(site.location(), timeout(Duration.ofSeconds(2)))) {
                        assertThat(DB.count(late.store("people", Before.class))).isEqualTo(RECORDS);
                    }
                }
            });

            assertThat(migrator.dryRun().succeeds()).isTrue();
            assertThat(DB.count(open)).isEqualTo(RECORDS);
            migrator.run();

            assertThat(seen).containsExactly(Progress.Phase.values());
            assertThatThrownBy(() -> DB.count(open)).isInstanceOf(StoreMissing.class);
        }
    }

    record Older(
            String given,
            String family,
            int years,
            @Nullable String city) {}

    /** On a server it keeps the old table from being taken away, and the run keeps it from writing. */
    @Test
    void aTransactionThatHasReadAndWaitsToWriteIsOutlasted() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (Database program = DB.open(site.location(), timeout(Duration.ofMillis(3_500)));
                Database db = DB.open(site.location(), timeout(Duration.ofMillis(1_200)))) {
            Datastore<Before> open = program.store("people", Before.class);
            AtomicInteger converted = new AtomicInteger();
            List<Future<?>> writes = new ArrayList<>();
            CountDownLatch read = new CountDownLatch(1);
            Callable<Before> readAndWrite = () -> program.transaction(() -> {
                Before before = DB.get(open, "0042").orElseThrow();
                read.countDown();
                return DB.set(open, "0042", before);
            });
            Migrator migrator = Migrator.of(db, new V2__counted(converted)).withProgress((phase, store, done, all) -> {
                if (phase == Progress.Phase.CHECK) {
                    writes.add(writer.submit(readAndWrite));
                    // in a file it does not begin before the run is done
                    await(read, Duration.ofSeconds(place == Place.FILE ? 0 : 60));
                    // a server looks for a deadlock once, when somebody has waited for a second
                    LockSupport.parkNanos(Duration.ofMillis(1_300).toNanos());
                }
            });

            migrator.run();

            assertThat(converted).hasValue(RECORDS);
            assertThatThrownBy(() -> writes.get(0).get())
                    .cause()
                    .isInstanceOfAny(DatabaseBusy.class, StoreMissing.class);
            assertThat(DB.count(db.store("people", Person.class))).isEqualTo(RECORDS);
        } finally {
            writer.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts what it converts. */
    static final class V2__counted extends Migration<Before, Person> {
        private final AtomicInteger converted;

        V2__counted(AtomicInteger converted) {
            super("people");
            this.converted = converted;
        }

        @Override
        public Person up(Before old) {
            converted.incrementAndGet();
            return new V2__split_name().up(old);
        }
    }

    @Test
    void aWriterThatDoesNotEndIsNotWaitedForForEver() throws Exception {
        try (Connection other = site.connect();
                Statement statement = other.createStatement();
                Database db = DB.open(site.location(), timeout(Duration.ofMillis(100)))) {
            site.lockForWriting(statement);
            assertThatThrownBy(() -> Migrator.of(db, new V2__split_name()).run())
                    .isInstanceOf(DatabaseBusy.class);
            statement.executeUpdate("rollback");
            assertThat(Migrator.of(db, new V2__split_name()).history()).isEmpty();
            Migrator.of(db, new V2__split_name()).run();
        }
    }

    /** Else a record that comes while the run is under way would stay behind in its old shape. */
    @Test
    void aStoreThatIsEmptyIsNotWrittenToEither() throws Exception {
        try (Connection other = site.connect();
                Statement statement = other.createStatement();
                Database db = DB.open(site.location(), timeout(Duration.ofMillis(100)))) {
            DB.deleteAll(db.store("people", Before.class));
            site.lockForWriting(statement);
            assertThatThrownBy(() -> Migrator.of(db, new V2__split_name()).run())
                    .isInstanceOf(DatabaseBusy.class);
            statement.executeUpdate("rollback");
        }
    }

    @Test
    void whatAnotherProgramHasWrittenBeforeTheEndIsConverted() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (Database program = DB.open(site.location());
                Database db = DB.open(site.location(), timeout(Duration.ofMinutes(1)))) {
            Datastore<Before> open = program.store("people", Before.class);
            CountDownLatch writing = new CountDownLatch(20);
            AtomicInteger written = new AtomicInteger();
            Future<?> writes = writer.submit(() -> {
                while (true) {
                    int number = written.get();
                    DB.set(open, "new" + number, new Before("new name" + number, number, null));
                    written.incrementAndGet();
                    writing.countDown();
                    // a writer that never rests would let nobody else have a turn
                    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                }
            });
            writing.await();

            Migrator.of(db, new V2__split_name()).run();

            assertThatThrownBy(writes::get).hasCauseInstanceOf(StoreMissing.class);
            Map<String, Person> people = DB.getAllWithKeys(db.store("people", Person.class));
            for (int number = 0; number < written.get(); number++) {
                assertThat(people).containsKey("new" + number);
            }
            // the last write may have been done without its program having seen it
            assertThat(people.size() - RECORDS - written.get()).isBetween(0, 1);
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void ofTwoMigratorsOneRunsAndTheOtherFindsItDone() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Database one = DB.open(site.location(), timeout(Duration.ofMinutes(1)));
                Database other = DB.open(site.location(), timeout(Duration.ofMinutes(1)))) {
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
}
