package dev.quarry;

import static dev.quarry.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.UniqueRaceWriter.Desk;
import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Writers that race for values that only one of them can have. */
@ParameterizedClass
@EnumSource(Place.class)
final class UniqueRaceTest extends TwoPrograms {
    private static final int ROUNDS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    Database open(String location) {
        return UniqueRaceWriter.open(location);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void ofManyWritersOfOneValueExactlyOneWins() throws Exception {
        List<Datastore<Desk>> stores = List.of(UniqueRaceWriter.desks(first), UniqueRaceWriter.desks(second));
        CyclicBarrier together = new CyclicBarrier(6);
        for (int round = 0; round < ROUNDS; round++) {
            Desk desk = new Desk("floor", round);
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String key = "k" + round % 3 + i;
                Datastore<Desk> desks = stores.get(i % 2);
                writers.add(() -> {
                    together.await();
                    return isDone(() -> DB.set(desks, key, desk));
                });
            }
            assertThat(results(writers)).as("round %d", round).containsOnlyOnce(true);
            assertThat(DB.getAll(stores.get(0))).containsOnlyOnce(desk);
        }
    }

    private static boolean isDone(Runnable write) {
        try {
            write.run();
            return true;
        } catch (UniqueViolation e) {
            return false;
        }
    }

    private <R> List<R> results(List<Callable<R>> work) throws Exception {
        List<R> results = new ArrayList<>();
        for (Future<R> future : threads.invokeAll(work)) {
            results.add(future.get());
        }
        return results;
    }

    /** Of two that make the same record the second one must not forget what the first one took. */
    @Test
    void writersOfOneKeyLeaveNothingTakenBehind() throws Exception {
        List<Datastore<Desk>> stores = List.of(UniqueRaceWriter.desks(first), UniqueRaceWriter.desks(second));
        CyclicBarrier together = new CyclicBarrier(4);
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int value = i;
                writers.add(() -> {
                    together.await();
                    return isDone(() -> DB.set(stores.get(value % 2), "k", UniqueRaceWriter.desk(value)));
                });
            }
            assertThat(results(writers)).containsOnly(true);
            assertExact(stores.get(0), 4);
            assertThat(DB.deleteAll(stores.get(1))).isPositive();
        }
    }

    /** Every value that a record has is refused, and every other one is free. */
    private static void assertExact(Datastore<Desk> desks, int values) {
        List<Desk> there = DB.getAll(desks);
        Set<Desk> distinct = new HashSet<>(there);
        assertThat(there).hasSameSizeAs(distinct);
        for (int value = 0; value < values; value++) {
            Desk desk = UniqueRaceWriter.desk(value);
            boolean taken = distinct.contains(desk);
            assertThat(isDone(() -> DB.set(desks, "probe", desk)))
                    .as("%s among %s", desk, there)
                    .isEqualTo(!taken);
            DB.delete(desks, "probe");
        }
    }

    @Test
    void threadsAndProcessesThatWriteAtRandomKeepTheRuleExactly() throws Exception {
        List<Datastore<Desk>> stores = List.of(UniqueRaceWriter.desks(first), UniqueRaceWriter.desks(second));
        Process other = ChildProgram.of(UniqueRaceWriter.class, site.location(), "7", "150")
                .start();
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int seed = i;
                writers.add(() -> UniqueRaceWriter.write(stores.get(seed % 2), seed, 100));
            }
            assertThat(results(writers)).allMatch(refused -> refused > 0);
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("ended.");
        } finally {
            other.destroyForcibly();
        }
        assertExact(stores.get(0), UniqueRaceWriter.VALUES);
    }

    /** A program that knows of no rule goes on writing while another program makes one. */
    @Test
    void aRuleThatIsMadeWhileOthersWriteHoldsFromThenOn() throws Exception {
        Datastore<Desk> unruled = first.store("desks", Desk.class);
        AtomicBoolean made = new AtomicBoolean();
        Future<List<String>> writer = threads.submit(() -> {
            List<String> written = new ArrayList<>();
            for (int i = 0; !made.get() || i < 30; i++) {
                DB.set(unruled, "k" + i, new Desk("floor", i));
                written.add("k" + i);
            }
            return written;
        });
        second.store("desks", Desk.class, unique(Desk::floor, Desk::number));
        made.set(true);
        List<String> written = writer.get();

        assertThat(DB.keys(unruled)).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            Desk taken = new Desk("floor", i);
            assertThat(isDone(() -> DB.setAll(unruled, Map.of("probe", taken))))
                    .as("%s of %d", taken, written.size())
                    .isFalse();
        }
    }
}
