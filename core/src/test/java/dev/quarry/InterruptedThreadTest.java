package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quarry.testing.FaultySource;
import dev.quarry.testing.FaultySource.Fault;
import dev.quarry.testing.PostgresServer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thread that was interrupted does with a server's database what any other does, and stays interrupted. */
final class InterruptedThreadTest {
    record Note(String text) {}

    private volatile Supplier<Optional<Fault>> faults = Optional::empty;
    private final FaultySource source = new FaultySource(PostgresServer.newDatabase(), () -> faults.get());
    private final HikariDataSource pool = pool(source);
    private final Database db = DB.open(pool);
    private final Datastore<Note> notes = db.store("notes", Note.class);

    private static HikariDataSource pool(FaultySource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        db.close();
        pool.close();
    }

    @Test
    void itWaitsForAConnectionUntilOneIsFree() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> db.snapshot(() -> {
            taken.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            return DB.count(notes);
        }));
        taken.await();
        Thread.currentThread().interrupt();
        DB.set(notes, "a", new Note("a"));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        db.transaction(() -> DB.set(notes, "b", new Note("b")));
        assertThat(DB.keys(notes)).containsExactly("a", "b");
        assertThat(DB.keys(db.store("others", Note.class))).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        reading.join();
    }

    @Test
    void itLearnsWhatBecameOfATransactionWhoseConnectionWasLost() {
        db.transaction(() -> {
            DB.set(notes, "a", new Note("a"));
            faults = () -> source.struck() == 0 ? Optional.of(Fault.LOST_AFTER_COMMIT) : Optional.empty();
            Thread.currentThread().interrupt();
        });
        assertThat(source.struck()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(DB.entry(notes, "a").orElseThrow().version()).isEqualTo(1);
    }
}
