package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.DatabaseFailed;
import dev.quarry.testing.FaultySource;
import dev.quarry.testing.FaultySource.Fault;
import dev.quarry.testing.Place;
import dev.quarry.testing.PostgresServer;
import dev.quarry.testing.Site;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between the program and a server: nothing that returned is lost, and nothing is done twice. */
final class WireFaultsTest {
    record Counter(long value) {}

    private final Deque<Fault> planned = new ArrayDeque<>();
    private Supplier<Optional<Fault>> faults = () -> Optional.ofNullable(planned.poll());
    private final FaultySource source = new FaultySource(PostgresServer.newDatabase(), () -> faults.get());
    private final Database db = DB.open(source);
    private final Datastore<Counter> counters = db.store("counters", Counter.class);

    @AfterEach
    void close() {
        db.close();
    }

    private void next(Fault... sequence) {
        planned.addAll(List.of(sequence));
    }

    private long increment(AtomicInteger runs) {
        return db.transaction(() -> {
            runs.incrementAndGet();
            long value = DB.get(counters, "a").map(Counter::value).orElse(0L) + 1;
            DB.set(counters, "a", new Counter(value));
            return value;
        });
    }

    private long stored() {
        return DB.get(counters, "a").map(Counter::value).orElse(0L);
    }

    /** Faults strike at the first place that they are for; a transaction has two statements before its end. */
    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "DISK_FULL")
    void aTransactionIsDoneOnce(Fault fault) {
        AtomicInteger runs = new AtomicInteger();
        faults = once(fault);

        assertThat(increment(runs)).isEqualTo(1);

        assertThat(source.struck()).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
        assertThat(DB.entry(counters, "a").orElseThrow().version()).isEqualTo(1);
        assertThat(runs).hasValue(fault.name().endsWith("AFTER_COMMIT") ? 1 : 2);
    }

    /** The fault, offered until it strikes. */
    private Supplier<Optional<Fault>> once(Fault fault) {
        int before = source.struck();
        return () -> source.struck() == before ? Optional.of(fault) : Optional.empty();
    }

    @Test
    void aSingleWriteThatADeadlockUndidIsDoneAgain() {
        next(Fault.DEADLOCK, Fault.DEADLOCK);

        DB.set(counters, "a", new Counter(7));

        assertThat(DB.entry(counters, "a").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aFullDiskIsToldAndATransactionGoesOnWithoutWhatDidNotFit() {
        int before = db.transaction(() -> {
            DB.set(counters, "a", new Counter(1));
            next(Fault.DISK_FULL);
            assertThatThrownBy(() -> DB.set(counters, "b", new Counter(2)))
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("No space left");
            return source.struck();
        });

        assertThat(before).isEqualTo(1);
        assertThat(DB.getAllWithKeys(counters)).isEqualTo(Map.of("a", new Counter(1)));
    }

    @Test
    void readsAreDoneAgain() {
        DB.setAll(counters, Map.of("a", new Counter(1), "b", new Counter(2)));
        next(Fault.LOST_BEFORE_STATEMENT, Fault.LOST_AFTER_STATEMENT);

        assertThat(DB.getAll(counters)).containsExactly(new Counter(1), new Counter(2));
        assertThat(source.struck()).isEqualTo(2);
        next(Fault.LOST_AFTER_STATEMENT);
        assertThat(db.snapshot(() -> DB.count(counters) + DB.keys(counters).size()))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONFLICT_AT_COMMIT", "LOST_BEFORE_COMMIT", "LOST_AFTER_COMMIT", "UNKNOWN_AFTER_COMMIT"})
    void aBatchIsWrittenOnce(Fault fault) {
        faults = once(fault);

        DB.setAll(counters, Map.of("a", new Counter(1), "b", new Counter(2)));

        assertThat(DB.entry(counters, "a").orElseThrow().version()).isEqualTo(1);
        assertThat(DB.entry(counters, "b").orElseThrow().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "DISK_FULL")
    void aStoreIsCreatedOnce(Fault fault) {
        faults = once(fault);

        Datastore<Counter> others = db.store("others", Counter.class);

        DB.set(others, "x", new Counter(1));
        assertThat(db.schemaHistory("others")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "DISK_FULL")
    void theFirstStoreOfADatabaseIsCreatedOnce(Fault fault) {
        Deque<Supplier<Optional<Fault>>> next = new ArrayDeque<>(List.of(Optional::empty));
        FaultySource empty = new FaultySource(
                PostgresServer.newDatabase(), () -> next.getFirst().get());

        try (Database fresh = DB.open(empty)) {
            next.push(() -> empty.struck() == 0 ? Optional.of(fault) : Optional.empty());
            Datastore<Counter> first = fresh.store("first", Counter.class);
            DB.set(first, "x", new Counter(1));

            assertThat(fresh.schemaHistory("first")).hasSize(1);
            assertThat(empty.struck()).isEqualTo(1);
        }
    }

    /** The pool does not say that the connection was lost where it has taken it away. */
    @Test
    void aTransactionThatLosesItsConnectionToThePoolIsDoneAgain() {
        String url = PostgresServer.newDatabase();
        AtomicInteger runs = new AtomicInteger();
        try (Database pooled = DB.open(url + "&ApplicationName=lost")) {
            Datastore<Counter> store = pooled.store("counters", Counter.class);

            pooled.transaction(() -> {
                DB.set(store, "a", new Counter(runs.incrementAndGet()));
                if (runs.get() == 1) {
                    end(url);
                }
                return DB.count(store);
            });

            assertThat(runs).hasValue(2);
            assertThat(DB.entry(store, "a").orElseThrow().version()).isEqualTo(1);
        }
    }

    private static void end(String url) {
        try {
            new Site(Place.POSTGRESQL, url)
                    .column("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                            + " where application_name = 'lost'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyFaultsAtRandomComeToTheRightNumber() {
        Random random = new Random(11);
        Fault[] all = EnumSet.complementOf(EnumSet.of(Fault.DISK_FULL)).toArray(Fault[]::new);
        faults = () -> random.nextInt(8) == 0 ? Optional.of(all[random.nextInt(all.length)]) : Optional.empty();
        AtomicInteger runs = new AtomicInteger();

        for (int i = 1; i <= 150; i++) {
            assertThat(increment(runs)).isEqualTo(i);
        }

        faults = Optional::empty;
        assertThat(stored()).isEqualTo(150);
        assertThat(DB.entry(counters, "a").orElseThrow().version()).isEqualTo(150);
        assertThat(source.struck()).isGreaterThan(20);
    }
}
