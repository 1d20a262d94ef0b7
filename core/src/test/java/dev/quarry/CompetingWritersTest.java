package dev.quarry;

import static dev.quarry.Options.synchronousNormal;
import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Writers of one database that know nothing of each other. */
@ParameterizedClass
@EnumSource(Place.class)
final class CompetingWritersTest {
    record City(String name) {}

    record Village(String name, int houses) {}

    private static final City ATHENS = new City("Athens");

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void choose() {
        site = place.in(directory);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private Database open(OpenOption... options) {
        return DB.open(site.location(), options);
    }

    @Test
    void twoDatabasesLoseNothingOfEachOther() throws Exception {
        try (Database first = open(synchronousNormal());
                Database second = open(synchronousNormal())) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (Database db : List.of(first, second)) {
                Datastore<City> cities = db.store("cities", City.class);
                for (int thread = 0; thread < 2; thread++) {
                    writers.add(() -> {
                        for (int i = 0; i < 150; i++) {
                            DB.set(cities, "shared", new City("city " + i));
                            DB.add(cities, ATHENS);
                            DB.setAll(cities, Map.of("x", ATHENS, "y", ATHENS));
                        }
                        return 1;
                    });
                }
            }
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isEqualTo(1);
            }
            Datastore<City> cities = first.store("cities", City.class);
            assertThat(DB.count(cities)).isEqualTo(4 * 150 + 3);
            assertThat(DB.entry(cities, "shared").orElseThrow().version()).isEqualTo(4 * 150);
            assertThat(DB.entry(cities, "x").orElseThrow().version()).isEqualTo(4 * 150);
        }
    }

    @Test
    void aNewDatabaseMayBeOpenedBySeveralAtOnce() throws Exception {
        for (int round = 0; round < 12; round++) {
            String location = place.in(directory, "new" + round).location();
            CyclicBarrier together = new CyclicBarrier(6);
            List<Callable<String>> programs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                programs.add(() -> {
                    together.await();
                    try (Database db = DB.open(location, synchronousNormal())) {
                        return DB.add(db.store("cities", City.class), ATHENS);
                    }
                });
            }
            List<String> keys = new ArrayList<>();
            for (Future<String> program : threads.invokeAll(programs)) {
                keys.add(program.get());
            }
            try (Database db = DB.open(location)) {
                assertThat(DB.keys(db.store("cities", City.class))).containsExactlyInAnyOrderElementsOf(keys);
            }
        }
    }

    @Test
    void usingWhatAnotherProgramHoldsForItselfWaitsAndThenSaysSo() throws Exception {
        try (Database db = open()) {
            DB.set(db.store("cities", City.class), "a", ATHENS);
        }
        try (Connection other = site.connect();
                Statement statement = other.createStatement()) {
            site.lockForReading(statement);
            DatabaseBusy busy = Refusal.of(DatabaseBusy.class, this::openAndRead);
            assertThat(busy.location()).isEqualTo(site.named());
        }
        openAndRead();
    }

    private void openAndRead() {
        try (Database db = open(timeout(Duration.ofMillis(200)))) {
            assertThat(DB.get(db.store("cities", City.class), "a")).contains(ATHENS);
        }
    }

    @Test
    void aWriteThatWaitsTooLongSaysSoAndChangesNothing() throws Exception {
        try (Database db = open(timeout(Duration.ofMillis(200)));
                Connection other = site.connect();
                Statement statement = other.createStatement()) {
            Datastore<City> cities = db.store("cities", City.class);
            DB.set(cities, "a", ATHENS);
            site.lockForWriting(statement);

            for (ThrowingCallable write : List.<ThrowingCallable>of(
                    () -> DB.set(cities, "a", new City("Patras")),
                    () -> DB.add(cities, ATHENS),
                    () -> DB.setAll(cities, Map.of("b", ATHENS, "c", ATHENS)),
                    () -> DB.delete(cities, "a"),
                    () -> DB.deleteAll(cities),
                    () -> db.store("villages", Village.class),
                    () -> db.rename("cities", "towns"),
                    () -> db.drop("cities"))) {
                long start = System.nanoTime();
                DatabaseBusy busy = Refusal.of(DatabaseBusy.class, cities, write);
                assertThat(System.nanoTime() - start)
                        .isBetween(TimeUnit.MILLISECONDS.toNanos(150), TimeUnit.SECONDS.toNanos(3));
                assertThat(busy.location()).isEqualTo(site.named());
                assertThat(busy)
                        .hasMessageContaining(busy.location())
                        .hasMessageContaining("nothing was written")
                        .hasMessageContaining("timeout(…)");
            }
            assertThat(DB.get(db.store("cities", City.class), "a")).contains(ATHENS);

            statement.executeUpdate("rollback");
            DB.set(cities, "b", ATHENS);
            assertThat(DB.setAll(cities, Map.of("c", ATHENS))).isEqualTo(1);
            assertThat(DB.keys(cities)).containsExactly("a", "b", "c");
            assertThat(db.stores()).extracting(StoreInfo::name).containsExactly("cities");
        }
    }

    @Test
    void aWriteThatNeedNotWaitTooLongIsDone() throws Exception {
        try (Database db = open(timeout(Duration.ofSeconds(20)));
                Connection other = site.connect();
                Statement statement = other.createStatement()) {
            Datastore<City> cities = db.store("cities", City.class);
            site.lockForWriting(statement);
            Future<City> write = threads.submit(() -> DB.set(cities, "a", ATHENS));
            assertThat(DB.count(cities)).isZero();
            statement.executeUpdate("commit");

            assertThat(write.get(15, TimeUnit.SECONDS)).isEqualTo(ATHENS);
            assertThat(DB.get(cities, "a")).contains(ATHENS);
        }
    }

    @Test
    void aTimeoutOfNothingDoesNotWait() throws Exception {
        try (Database db = open(timeout(Duration.ZERO));
                Connection other = site.connect();
                Statement statement = other.createStatement()) {
            Datastore<City> cities = db.store("cities", City.class);
            DB.set(cities, "a", ATHENS);
            site.lockForWriting(statement);
            long start = System.nanoTime();
            Refusal.of(DatabaseBusy.class, cities, () -> DB.set(cities, "b", ATHENS));
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
    }
}
