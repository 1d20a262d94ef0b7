package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.OutcomeUnknown;
import dev.quarry.testing.PostgresNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it is written to loses nothing that it acknowledged, and the program goes on. */
final class LostServerTest {
    private static final int WRITES = 1_000;

    record Note(int number, String text) {}

    @TempDir
    Path directory;

    /** Writes that returned, by key. */
    private final Map<String, Note> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger failed = new AtomicInteger();

    /** Two writers, each of which goes on until all its writes were tried; half of them are transactions. */
    private void write(Database db, Datastore<Note> notes, int writer, CountDownLatch half) {
        for (int i = 0; i < WRITES / 2; i++) {
            String key = writer + "-" + i;
            Note note = new Note(i, "text of " + key);
            try {
                if (i % 2 == 0) {
                    DB.set(notes, key, note);
                } else {
                    db.transaction(() -> DB.set(notes, key, note));
                }
                acknowledged.put(key, note);
            } catch (OutcomeUnknown e) {
                failed.incrementAndGet();
                assertThat(i % 2).as("a transaction is done again").isZero();
            }
            half.countDown();
        }
    }

    private void writeAcross(Database db, Datastore<Note> notes, Disaster disaster) throws Exception {
        CountDownLatch half = new CountDownLatch(WRITES / 2);
        ExecutorService writers = Executors.newFixedThreadPool(2);
        Future<?> first = writers.submit(() -> write(db, notes, 1, half));
        Future<?> second = writers.submit(() -> write(db, notes, 2, half));
        half.await();
        disaster.strike();
        first.get(2, TimeUnit.MINUTES);
        second.get(2, TimeUnit.MINUTES);
        writers.shutdown();
    }

    @FunctionalInterface
    private interface Disaster {
        void strike() throws Exception;
    }

    private void assertNothingLost(Datastore<Note> notes) {
        Map<String, Note> found = DB.getAllWithKeys(notes);
        assertThat(found).containsAllEntriesOf(acknowledged);
        assertThat(acknowledged.size() + failed.get()).isEqualTo(WRITES);
        Set<String> unknown = new HashSet<>(found.keySet());
        unknown.removeAll(acknowledged.keySet());
        assertThat(unknown.size()).isLessThanOrEqualTo(failed.get());
        assertThat(failed).hasValue(0);
    }

    @Test
    void whatReturnedIsThereWhenTheServerIsBack() throws Exception {
        try (PostgresNode server = PostgresNode.create(directory.resolve("data"));
                Database db = DB.open(server.url(), Options.timeout(Duration.ofMinutes(1)))) {
            Datastore<Note> notes = db.store("notes", Note.class);

            writeAcross(db, notes, () -> {
                server.kill();
                server.startAgain();
            });

            assertNothingLost(notes);
        }
    }

    @Test
    void aFollowerTakesOverWithAllThatReturned() throws Exception {
        try (PostgresNode primary = PostgresNode.create(directory.resolve("primary"));
                PostgresNode follower = primary.follower(directory.resolve("follower"));
                Database db = DB.open(primary.urlWith(follower), Options.timeout(Duration.ofMinutes(1)))) {
            Datastore<Note> notes = db.store("notes", Note.class);

            writeAcross(db, notes, () -> {
                primary.kill();
                follower.promote();
            });

            assertNothingLost(notes);
        }
    }
}
