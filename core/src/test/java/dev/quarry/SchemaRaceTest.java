package dev.quarry;

import static dev.quarry.Options.synchronousNormal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quarry.annotation.Default;
import dev.quarry.annotation.Was;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreMissing;
import dev.quarry.testing.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes that race a change of the schema: one wins, and the other says so. */
@ParameterizedClass
@EnumSource(Place.class)
final class SchemaRaceTest {
    private static final int ROUNDS = 60;

    record City(String name) {}

    record Village(String name, int houses) {}

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void theFirstRecordAndAnotherShapeRaceForAnEmptyStore() throws Exception {
        int firstRecords = 0;
        String location = place.in(directory).location();
        try (Database first = DB.open(location, synchronousNormal());
                Database second = DB.open(location, synchronousNormal())) {
            for (int round = 0; round < ROUNDS; round++) {
                firstRecords += race(first, second, round);
            }
        }
        assertThat(firstRecords).isBetween(1, ROUNDS - 1);
    }

    /** How often the first record was there before the other shape: once or never. */
    private int race(Database first, Database second, int round) throws Exception {
        String name = "places" + round;
        Datastore<City> cities = first.store(name, City.class);
        CyclicBarrier together = new CyclicBarrier(2);
        CountDownLatch inserted = new CountDownLatch(round % 6 == 0 ? 1 : 0);
        CountDownLatch edited = new CountDownLatch(round % 6 == 1 ? 1 : 0);
        Future<String> insert = threads.submit(() -> {
            together.await();
            edited.await();
            String outcome = outcome(() -> DB.set(cities, "a", new City("Athens")));
            inserted.countDown();
            return outcome;
        });
        Future<String> edit = threads.submit(() -> {
            together.await();
            inserted.await();
            String outcome = outcome(() -> DB.set(second.store(name, Village.class), "v", new Village("Oia", 100)));
            edited.countDown();
            return outcome;
        });
        if (insert.get().equals("done")) {
            assertThat(edit.get()).isEqualTo(SchemaLocked.class.getSimpleName());
            assertThat(DB.getAll(first.store(name, City.class))).containsExactly(new City("Athens"));
            return 1;
        }
        assertThat(insert.get()).isEqualTo(StoreMissing.class.getSimpleName());
        assertThat(edit.get()).isEqualTo("done");
        assertThat(DB.getAll(second.store(name, Village.class))).containsExactly(new Village("Oia", 100));
        Refusal.of(SchemaLocked.class, () -> first.store(name, City.class));
        return 0;
    }

    private static String outcome(Runnable action) {
        try {
            action.run();
            return "done";
        } catch (DatastoreException e) {
            return e.getClass().getSimpleName();
        }
    }

    record Note(String text, int number) {}

    record NoteWithAuthor(String text, int number, @Nullable String author) {}

    record NoteWithTags(
            @Was("text") String body,
            long number,
            @Nullable String author,
            @Default("[]") List<String> tags) {}

    record NoteWithDouble(
            @Was("text") @Nullable String body,
            @Default("0.5") double weight,
            @Nullable Long number,
            @Nullable String author,
            @Default("[]") List<String> tags) {}

    @Test
    void programsThatWriteGoOnWhileTheStoreChanges() throws Exception {
        String location = place.in(directory).location();
        try (Database older = DB.open(location, synchronousNormal());
                Database newer = DB.open(location, synchronousNormal())) {
            Datastore<Note> notes = older.store("notes", Note.class);
            Map<String, Note> written = new ConcurrentHashMap<>();
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger next = new AtomicInteger();
            List<Future<Integer>> writers = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                writers.add(threads.submit(writer(notes, written, stop, next)));
            }
            List<Class<? extends Record>> shapes =
                    List.of(NoteWithAuthor.class, NoteWithTags.class, NoteWithDouble.class);
            for (Class<? extends Record> shape : shapes) {
                int before = next.get();
                while (next.get() < before + 60) {
                    Thread.onSpinWait();
                }
                newer.store("notes", shape);
            }
            int before = next.get();
            while (next.get() < before + 60) {
                Thread.onSpinWait();
            }
            stop.set(true);
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isPositive();
            }

            assertThat(DB.getAllWithKeys(notes)).isEqualTo(written);
            Map<String, NoteWithDouble> seen = DB.getAllWithKeys(newer.store("notes", NoteWithDouble.class));
            assertThat(seen).hasSameSizeAs(written);
            written.forEach((key, note) -> assertThat(seen.get(key))
                    .isEqualTo(new NoteWithDouble(note.text(), 0.5, (long) note.number(), null, List.of())));
            assertThat(newer.schemaHistory("notes")).hasSize(4);
        }
    }

    private static Callable<Integer> writer(
            Datastore<Note> notes, Map<String, Note> written, AtomicBoolean stop, AtomicInteger next) {
        return () -> {
            int count = 0;
            while (!stop.get()) {
                int number = next.getAndIncrement();
                Note note = new Note("text " + number, number);
                String key = String.format("n%06d", number);
                DB.set(notes, key, note);
                written.put(key, note);
                assertThat(DB.get(notes, key)).contains(note);
                count++;
            }
            return count;
        };
    }

    record NoteInDoubles(String text, double number) {}

    @Test
    void aWriterThatCannotFollowIsToldAndLosesNothing() throws Exception {
        String location = place.in(directory).location();
        try (Database older = DB.open(location, synchronousNormal());
                Database newer = DB.open(location, synchronousNormal())) {
            Datastore<Note> notes = older.store("notes", Note.class);
            Map<String, Note> written = new ConcurrentHashMap<>();
            AtomicInteger next = new AtomicInteger();
            Future<Integer> writer = threads.submit(writer(notes, written, new AtomicBoolean(), next));
            while (next.get() < 50) {
                Thread.onSpinWait();
            }
            Datastore<NoteInDoubles> doubles = newer.store("notes", NoteInDoubles.class);

            assertThat(catchThrowable(writer::get)).hasCauseExactlyInstanceOf(StoreMissing.class);
            Map<String, NoteInDoubles> seen = DB.getAllWithKeys(doubles);
            written.forEach(
                    (key, note) -> assertThat(seen.get(key)).isEqualTo(new NoteInDoubles(note.text(), note.number())));
            // the last write may have returned without its report
            assertThat(seen.size() - written.size()).isBetween(0, 1);
        }
    }
}
