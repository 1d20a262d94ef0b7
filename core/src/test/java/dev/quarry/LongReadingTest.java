package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readings of which the library itself keeps little. The driver fetches rows by and by only inside a transaction, so the server has to
 * be in one while records are made of them.
 */
final class LongReadingTest {
    enum Color {
        RED,
        GREEN,
        BLUE
    }

    enum Fewer {
        RED,
        GREEN
    }

    record Car(Color color, Set<Integer> seats) {}

    record WatchedCar(Fewer color, Set<Integer> seats) {
        private static final AtomicReference<Runnable> MADE = new AtomicReference<>(() -> {});

        WatchedCar {
            MADE.get().run();
        }
    }

    /** More than are fetched at a time. */
    private static final int CARS = 3_000;

    @TempDir
    Path directory;

    private final Site site = Site.onOwnServer();
    private final Set<String> states = new TreeSet<>();

    @BeforeEach
    void manyRecords() {
        try (Database db = DB.open(site.location())) {
            Map<String, Car> cars = new LinkedHashMap<>();
            for (int i = 0; i < CARS; i++) {
                cars.put("k" + i, new Car(Color.RED, Set.of(1, 2)));
            }
            db.store("cars", WatchedCar.class);
            DB.setAll(db.store("cars", Car.class), cars);
        }
    }

    @AfterEach
    void watchNoLonger() {
        WatchedCar.MADE.set(() -> {});
    }

    /** Sees, once, what those are in the middle of who use the table. */
    private void watch(Site watched) {
        WatchedCar.MADE.set(() -> {
            WatchedCar.MADE.set(() -> {});
            try {
                states.addAll(watched.column("select state from pg_stat_activity where pid in (select pid from pg_locks"
                        + " where relation = '\"cars__g1\"'::regclass)"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void anOlderRecordThatHoldsLessIsHeldAgainstAllRecordsByAndBy() {
        for (OpenOption[] options : List.of(new OpenOption[] {}, new OpenOption[] {Options.readOnly()})) {
            try (Database db = DB.open(site.location(), options)) {
                watch(site);
                Datastore<WatchedCar> cars = db.store("cars", WatchedCar.class);
                assertThat(states).containsExactly("idle in transaction");
                assertThat(DB.count(cars)).isEqualTo(CARS);
                states.clear();
            }
        }
    }

    /** Which of the records have the value is seen when they are read, as many as it takes. */
    @Test
    void recordsThatAreLookedAtUntilEnoughAreFoundAreNotAllFetched() {
        Site without = Place.MINIMAL.in(directory);
        try (Database db = DB.open(without.location())) {
            Datastore<WatchedCar> cars = db.store("cars", WatchedCar.class);
            Map<String, WatchedCar> all = new LinkedHashMap<>();
            for (int i = 0; i < CARS; i++) {
                all.put("k" + i, new WatchedCar(Fewer.RED, Set.of(i)));
            }
            DB.setAll(cars, all);
            watch(without);
            assertThat(DB.queryExactFields(cars, Map.of("seats", Set.of(0)), Options.limit(1)))
                    .hasSize(1);
            assertThat(states).containsExactly("idle in transaction");
        }
    }
}
