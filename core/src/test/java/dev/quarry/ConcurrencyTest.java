package dev.quarry;

import static dev.quarry.Options.synchronousNormal;
import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.DatabaseBusy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many threads on one database. */
@ParameterizedClass
@EnumSource(Where.class)
final class ConcurrencyTest {
    /** All components of one record come from the same number, so a mixture of two is seen. */
    record Cell(int number, String text, List<String> tags, double real) {
        static Cell of(int number) {
            return new Cell(number, "cell " + number, List.of("a" + number, "b" + number), number / 3.0);
        }

        void requireWhole() {
            assertThat(this).isEqualTo(of(number));
        }
    }

    private static final int THREADS = 8;

    @Parameter
    Where where;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Database db;
    private Datastore<Cell> cells;

    @BeforeEach
    void open() {
        db = where.open(directory, synchronousNormal());
        cells = db.store("cells", Cell.class);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        db.close();
    }

    /** Runs a task in every thread, each with its number; throws what one of them throws. */
    private <R> List<R> inAllThreads(ThreadTask<R> task) throws Exception {
        List<Callable<R>> tasks = IntStream.range(0, THREADS)
                .mapToObj(thread -> (Callable<R>) () -> task.run(thread))
                .toList();
        List<R> results = new ArrayList<>();
        for (Future<R> result : threads.invokeAll(tasks)) {
            results.add(result.get());
        }
        return results;
    }

    private interface ThreadTask<R> {
        R run(int thread) throws Exception;
    }

    @Test
    void threadsOnTheirOwnKeysEachFindExactlyWhatTheyWrote() throws Exception {
        List<Map<String, Cell>> expected = inAllThreads(thread -> {
            Map<String, Cell> mine = new TreeMap<>();
            Random random = new Random(thread);
            for (int i = 0; i < 250; i++) {
                String key = "thread" + thread + "-" + random.nextInt(40);
                if (random.nextInt(4) == 0) {
                    assertThat(DB.delete(cells, key)).isEqualTo(mine.remove(key) == null ? 0 : 1);
                } else {
                    mine.put(key, DB.set(cells, key, Cell.of(random.nextInt())));
                }
                assertThat(DB.get(cells, key).orElse(null)).isEqualTo(mine.get(key));
            }
            return mine;
        });

        Map<String, Cell> all = new TreeMap<>();
        expected.forEach(all::putAll);
        assertThat(DB.getAllWithKeys(cells)).isEqualTo(all);
    }

    @Test
    void everyWriteToASharedKeyCounts() throws Exception {
        int writes = 200;
        inAllThreads(thread -> {
            for (int i = 0; i < writes; i++) {
                DB.set(cells, "shared", Cell.of(thread * writes + i));
                DB.get(cells, "shared").orElseThrow().requireWhole();
            }
            return thread;
        });

        assertThat(DB.entry(cells, "shared").orElseThrow().version()).isEqualTo((long) THREADS * writes);
    }

    @Test
    void everyRecordIsDeletedByExactlyOneThread() throws Exception {
        Map<String, Cell> all = new TreeMap<>();
        IntStream.range(0, 400).forEach(number -> all.put("k" + number, Cell.of(number)));
        DB.setAll(cells, all);

        List<Integer> deleted = inAllThreads(thread -> {
            int count = 0;
            for (String key : all.keySet()) {
                count += DB.delete(cells, key);
            }
            return count;
        });
        assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(400);
        assertThat(DB.count(cells)).isZero();
    }

    @Test
    void addedRecordsAreAllThere() throws Exception {
        List<List<String>> keys = inAllThreads(thread -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                mine.add(DB.add(cells, Cell.of(thread * 100 + i)));
            }
            return mine;
        });

        assertThat(DB.keys(cells))
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().flatMap(List::stream).toList());
        assertThat(DB.getAll(cells)).extracting(Cell::number).doesNotHaveDuplicates();
    }

    @Test
    void readersSeeWholeRecordsAndWholeBatches() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        writeBatch(0);
        List<Integer> reads = inAllThreads(thread -> {
            if (thread == 0) {
                for (int i = 1; i <= 150; i++) {
                    writeBatch(i);
                }
                done.set(true);
                return 0;
            }
            int count = 0;
            for (; count == 0 || !done.get(); count++) {
                List<Cell> seen = thread % 2 == 0
                        ? DB.getAll(cells)
                        : DB.getMany(cells, List.of("k0", "k1", "k2", "k3", "k4"))
                                .orElseThrow();
                seen.forEach(Cell::requireWhole);
                assertThat(seen.stream().map(Cell::number).distinct()).hasSize(1);
            }
            return count;
        });
        assertThat(reads.subList(1, THREADS)).allMatch(count -> count > 0);
    }

    private void writeBatch(int number) {
        Cell cell = Cell.of(number);
        DB.setAll(cells, Map.of("k0", cell, "k1", cell, "k2", cell, "k3", cell, "k4", cell));
    }

    @Test
    void threadsThatOpenTheSameStoreAtOnceGetTheSameStore() throws Exception {
        inAllThreads(thread -> {
            Datastore<Cell> mine = db.store("fresh", Cell.class);
            DB.set(mine, "thread" + thread, Cell.of(thread));
            return mine;
        });

        assertThat(DB.count(db.store("fresh", Cell.class))).isEqualTo(THREADS);
    }

    @Test
    void aThreadThatIsInterruptedWritesAllTheSame() {
        Thread.currentThread().interrupt();
        try {
            DB.set(cells, "k", Cell.of(1));
            assertThat(DB.get(cells, "k")).contains(Cell.of(1));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** However many may read at once: the snapshots of more threads than that wait for this one. */
    @Test
    void whoCannotReadInTimeFindsTheDatabaseBusy() throws Exception {
        db.close();
        db = where.open(directory, timeout(Duration.ofSeconds(1)));
        cells = db.store("cells", Cell.class);
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(40);
        List<Thread> readers = new ArrayList<>();
        for (long i = settled.getCount(); i > 0; i--) {
            Thread reader = new Thread(() -> db.snapshot(() -> {
                DB.count(cells);
                settled.countDown();
                return awaits(over);
            }));
            reader.setUncaughtExceptionHandler((thread, busy) -> settled.countDown());
            readers.add(reader);
        }
        readers.forEach(Thread::start);
        assertThat(awaits(settled)).isTrue();

        Refusal.of(DatabaseBusy.class, () -> DB.count(cells));
        over.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(DB.count(cells)).isZero();
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
