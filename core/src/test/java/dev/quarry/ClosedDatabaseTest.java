package dev.quarry;

import static dev.quarry.Options.orderBy;
import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.DatabaseClosed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a database that was closed. */
@ParameterizedClass
@EnumSource(Where.class)
final class ClosedDatabaseTest {
    record City(String name) {}

    record Other(int number) {}

    private static final City ATHENS = new City("Athens");

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private static Stream<ThrowingCallable> everyVerb(Database db, Datastore<City> cities) {
        return Stream.of(
                () -> DB.set(cities, "a", ATHENS),
                () -> DB.add(cities, ATHENS),
                () -> DB.setAll(cities, Map.of("a", ATHENS)),
                () -> DB.delete(cities, "a"),
                () -> DB.deleteAll(cities),
                () -> DB.get(cities, "a"),
                () -> DB.getMany(cities, List.of("a")),
                () -> DB.getExisting(cities, List.of("a")),
                () -> DB.getManyWithKeys(cities, List.of("a")),
                () -> DB.entry(cities, "a"),
                () -> DB.has(cities, "a"),
                () -> DB.getAll(cities),
                () -> DB.getAllWithKeys(cities),
                () -> DB.keys(cities),
                () -> DB.count(cities),
                () -> DB.stream(cities).findFirst(),
                () -> DB.scan(cities, city -> true).findFirst(),
                () -> DB.queryExactFields(cities, Map.of("name", "Athens"), orderBy(City::name)),
                () -> DB.queryExactFieldsWithKey(cities, Map.of()),
                () -> DB.queryOneWithExactFields(cities, Map.of()),
                () -> db.store("cities", City.class),
                () -> db.store("others", Other.class),
                db::stores,
                () -> db.rename("cities", "towns"),
                () -> db.drop("cities"));
    }

    @Test
    void everyVerbSaysThatItIsClosed() {
        Database db = where.open(directory);
        Datastore<City> cities = db.store("cities", City.class);
        DB.set(cities, "a", ATHENS);
        db.close();

        everyVerb(db, cities).forEach(verb -> {
            DatabaseClosed closed = Refusal.of(DatabaseClosed.class, verb);
            assertThat(closed.location())
                    .endsWith(
                            switch (where) {
                                case FILE -> "test.db";
                                case MEMORY -> "in memory";
                                case POSTGRESQL, MINIMAL -> "/postgres";
                            });
            assertThat(closed).hasMessageContaining(closed.location()).hasMessageContaining("is closed");
        });
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Database db = where.open(directory);
        db.close();
        db.close();

        Refusal.of(DatabaseClosed.class, db::stores);
    }

    @Test
    void whatNeedsNoDatabaseGoesOn() {
        Database db = where.open(directory);
        Datastore<City> cities = db.store("cities", City.class);
        db.close();

        assertThat(DB.schemaFields(cities)).containsExactly("name");
        assertThat(cities.name()).isEqualTo("cities");
        assertThat(db.preparedStatements()).isPositive();
    }

    @Test
    void aStreamThatRunsAcrossTheEndThrows() {
        Database db = where.open(directory);
        Datastore<City> cities = db.store("cities", City.class);
        for (int i = 0; i < 600; i++) {
            DB.set(cities, "k" + i, ATHENS);
        }
        Iterator<City> stream = DB.stream(cities).iterator();
        assertThat(stream.next()).isEqualTo(ATHENS);
        db.close();

        Refusal.of(DatabaseClosed.class, () -> stream.forEachRemaining(city -> {}));
    }

    @Test
    void aFileCanBeOpenedAgainAndAMemoryIsEmpty() {
        try (Database db = where.open(directory)) {
            DB.set(db.store("cities", City.class), "a", ATHENS);
        }
        try (Database db = where.open(directory)) {
            assertThat(DB.count(db.store("cities", City.class))).isEqualTo(where == Where.FILE ? 1 : 0);
        }
    }

    /** Whether the call that the transaction waits for still finds the database open is not said; that all of it ends is. */
    @Test
    void closingDoesNotWaitForWhatWaitsForIt() throws Exception {
        // in memory, other threads wait for a transaction until their time is over
        Database db = where.open(directory, timeout(Duration.ofSeconds(2)));
        Datastore<City> cities = db.store("cities", City.class);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> transaction = CompletableFuture.runAsync(() -> db.transaction(() -> {
            begun.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            CompletableFuture.runAsync(() -> DB.get(cities, "a"))
                    .exceptionally(closed -> null)
                    .join();
        }));
        begun.await();

        CompletableFuture.runAsync(db::close).get(1, TimeUnit.MINUTES);
        transaction.get(1, TimeUnit.MINUTES);
        Refusal.of(DatabaseClosed.class, () -> DB.get(cities, "a"));
    }
}
