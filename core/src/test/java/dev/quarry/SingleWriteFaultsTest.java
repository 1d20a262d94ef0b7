package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.annotation.Unique;
import dev.quarry.error.OutcomeUnknown;
import dev.quarry.error.UniqueViolation;
import dev.quarry.testing.FaultySource;
import dev.quarry.testing.FaultySource.Fault;
import dev.quarry.testing.Place;
import dev.quarry.testing.PostgresServer;
import dev.quarry.testing.Site;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Single writes whose connections break: each is done once, says what it did, and comes between no other. */
final class SingleWriteFaultsTest {
    private static final int WRITERS = 4;
    private static final int ROUNDS = 40;
    private static final List<Fault> LOST =
            List.of(Fault.LOST_BEFORE_STATEMENT, Fault.LOST_AFTER_STATEMENT, Fault.LOST_DURING_STATEMENT);

    record Note(long value, @Unique String name) {}

    private final String url = PostgresServer.newDatabase();
    private volatile Supplier<Optional<Fault>> faults = Optional::empty;
    private final FaultySource source = new FaultySource(url, () -> faults.get());
    private final Database db = DB.open(source);
    private final Datastore<Note> notes = db.store("notes", Note.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void close() {
        faults = Optional::empty;
        threads.shutdownNow();
        db.close();
    }

    /** Breaks the next statement; those before it have made all that a write needs. */
    private void next(Fault fault) {
        int before = source.struck();
        faults = () -> source.struck() == before ? Optional.of(fault) : Optional.empty();
    }

    private static Note note(String name) {
        return new Note(7, name);
    }

    private long version(String key) {
        return DB.entry(notes, key).orElseThrow().version();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = "LOST_.*_STATEMENT")
    void aRecordIsSetOnce(Fault fault) throws InterruptedException {
        DB.set(notes, "a", note("first"));
        next(fault);

        DB.set(notes, "a", note("second"));

        source.awaitLeftovers();
        assertThat(source.struck()).isEqualTo(1);
        assertThat(DB.get(notes, "a")).contains(note("second"));
        assertThat(version("a")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = "LOST_.*_STATEMENT")
    void aRecordIsAddedOnceAndNotInItsOwnWay(Fault fault) throws InterruptedException {
        DB.add(notes, note("first"));
        next(fault);

        String key = DB.add(notes, note("second"));

        source.awaitLeftovers();
        assertThat(source.struck()).isEqualTo(1);
        assertThat(version(key)).isEqualTo(1);
        assertThat(DB.count(notes)).isEqualTo(2);
        assertThatThrownBy(() -> DB.add(notes, note("second"))).isInstanceOf(UniqueViolation.class);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = "LOST_.*_STATEMENT")
    void aDeletionSaysHowManyThereWere(Fault fault) throws InterruptedException {
        DB.setAll(notes, Map.of("a", note("a"), "b", note("b"), "c", note("c")));
        next(fault);

        assertThat(DB.delete(notes, "a", "b", "nowhere")).isEqualTo(2);

        source.awaitLeftovers();
        assertThat(source.struck()).isEqualTo(1);
        assertThat(DB.keys(notes)).containsExactly("c");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = "LOST_.*_STATEMENT")
    void theDeletionOfAllSaysHowManyTheyWere(Fault fault) throws InterruptedException {
        DB.setAll(notes, Map.of("a", note("a"), "b", note("b"), "c", note("c")));
        next(fault);

        assertThat(DB.deleteAll(notes)).isEqualTo(3);

        source.awaitLeftovers();
        assertThat(source.struck()).isEqualTo(1);
        assertThat(DB.count(notes)).isZero();
    }

    /** The very first one, too, for which nothing has been made. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void theFirstWriteOfAProgramIsDoneOnce(Fault fault) throws InterruptedException {
        try (Database other = DB.open(source)) {
            Datastore<Note> same = other.store("notes", Note.class);
            next(fault);

            DB.set(same, "a", note("first"));

            source.awaitLeftovers();
            assertThat(DB.entry(same, "a").orElseThrow().version()).isEqualTo(1);
        }
    }

    /**
     * The server has the statement and waits for another transaction with it; the program gives up, and does it again. What the
     * server then does of the first one must not count.
     */
    @Test
    void whatComesLateIsNotDone() throws Exception {
        DB.set(notes, "a", note("first"));
        Site site = new Site(Place.POSTGRESQL, url);
        Future<?> write;
        try (Connection holder = site.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeUpdate("update notes__g1 set \"name\" = \"name\"");
            next(Fault.LOST_DURING_STATEMENT);
            write = threads.submit(() -> DB.set(notes, "a", note("second")));
            awaitWaiting(2);
            holder.rollback();
        }

        write.get(1, TimeUnit.MINUTES);

        source.awaitLeftovers();
        assertThat(DB.get(notes, "a")).contains(note("second"));
        assertThat(version("a")).isEqualTo(2);
    }

    private void awaitWaiting(int sessions) throws SQLException {
        try (Connection connection = new Site(Place.POSTGRESQL, url).connect();
                PreparedStatement waiting = connection.prepareStatement("select count(distinct pid) from pg_locks"
                        + " where pid in (select pid from pg_locks where relation = 'notes__g1'::regclass)"
                        + " and not granted")) {
            int found = -1;
            while (found != sessions) {
                try (ResultSet row = waiting.executeQuery()) {
                    row.next();
                    found = row.getInt(1);
                }
            }
        }
    }

    /** One statement in five breaks, those that ask about a broken one among them. */
    private void breakMany() {
        Random random = new Random(5);
        faults = () -> random.nextInt(5) == 0 ? Optional.of(LOST.get(random.nextInt(LOST.size()))) : Optional.empty();
    }

    private <R> List<R> allWriters(Callable<R> work) throws Exception {
        List<Future<R>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            running.add(threads.submit(work));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> one : running) {
            results.add(one.get(2, TimeUnit.MINUTES));
        }
        source.awaitLeftovers();
        faults = Optional::empty;
        return results;
    }

    @Test
    void writersOfOneKeyAreCountedExactly() throws Exception {
        AtomicInteger values = new AtomicInteger();
        breakMany();

        allWriters(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                DB.set(notes, "a", new Note(values.incrementAndGet(), "a"));
            }
            return true;
        });

        assertThat(source.struck()).isGreaterThan(ROUNDS / 2);
        assertThat(version("a")).isEqualTo(WRITERS * ROUNDS);
    }

    @Test
    void eachNameIsAddedByOneOfAll() throws Exception {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        breakMany();

        List<Integer> added = allWriters(() -> {
            int mine = 0;
            for (int i = 0; i < ROUNDS; i++) {
                try {
                    keys.add(DB.add(notes, note("name " + i)));
                    mine++;
                } catch (UniqueViolation e) {
                    // another writer was first
                }
            }
            return mine;
        });

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROUNDS);
        assertThat(DB.keys(notes)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(keys).allSatisfy(key -> assertThat(version(key)).isEqualTo(1));
    }

    @Test
    void eachRecordIsDeletedByOneOfAll() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            DB.set(notes, "key " + i, note("name " + i));
        }
        breakMany();

        List<Integer> deleted = allWriters(() -> {
            int mine = 0;
            for (int i = 0; i + 1 < ROUNDS; i++) {
                mine += DB.delete(notes, "key " + i, "key " + (i + 1));
            }
            return mine;
        });

        assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROUNDS);
        assertThat(DB.count(notes)).isZero();
    }

    @Test
    void whatWasAddedIsDeletedWithAllOthersOnce() throws Exception {
        AtomicInteger names = new AtomicInteger();
        breakMany();

        List<Integer> deleted = allWriters(() -> {
            int mine = 0;
            for (int i = 0; i < ROUNDS / 2; i++) {
                DB.add(notes, note("name " + names.incrementAndGet()));
                mine += DB.deleteAll(notes);
            }
            return mine;
        });

        long left = DB.count(notes);
        assertThat(deleted.stream().mapToInt(Integer::intValue).sum() + left).isEqualTo(WRITERS * (ROUNDS / 2));
    }

    /** Somebody deletes the row that would tell. */
    @Test
    void whatCannotBeFoundOutIsSaidAndNotDoneAgain() {
        DB.set(notes, "a", note("first"));
        AtomicInteger statements = new AtomicInteger();
        faults = () -> switch (statements.incrementAndGet()) {
            case 1 -> Optional.of(Fault.LOST_AFTER_STATEMENT);
            case 2 -> {
                assertThat(deleteMarks()).isPositive();
                yield Optional.empty();
            }
            default -> Optional.empty();
        };

        assertThatThrownBy(() -> DB.set(notes, "a", note("second")))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining("not known");

        assertThat(version("a")).isEqualTo(2);
    }

    private int deleteMarks() {
        try {
            return new Site(Place.POSTGRESQL, url).run("delete from quarry_commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
