package dev.quarry;

import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.testing.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools that tell what is wrong in their own words. */
final class OtherPoolsTest {
    record Note(String text) {}

    private static final Duration TIME = Duration.ofSeconds(2);

    /** Surely too short for another try after the time-out, and long enough for a slow machine. */
    private static final Duration ABOUT_TIME = TIME.plusSeconds(3);

    private final Site site = Site.onOwnServer();
    private final String role =
            "quarry_other_" + ProcessHandle.current().pid() + "_" + Long.toHexString(System.nanoTime());

    @BeforeEach
    void aRoleOfItsOwn() throws Exception {
        site.run("create role " + role + " login");
        site.run("grant all on schema " + site.column("select current_schema()").get(0) + " to " + role);
    }

    @AfterEach
    void dropRole() throws Exception {
        site.run("drop owned by " + role);
        site.run("drop role " + role);
    }

    private String ofRole() {
        return site.location().replace("user=postgres", "user=" + role);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300})
    void whereAllConnectionsAreTakenTheDatabaseIsBusyUntilOneComesFree(long waitMillis) throws Exception {
        LimitedSource pool = new LimitedSource(site.location(), 1, waitMillis);
        try (Database db = DB.open(pool, timeout(TIME))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            Connection taken = pool.getConnection();
            long begin = System.nanoTime();
            assertThat(Refusal.of(DatabaseBusy.class, () -> DB.set(notes, "a", new Note("a"))))
                    .hasMessageContaining("no connection free")
                    .hasMessageContaining("pool exhausted");
            assertThat(since(begin)).isBetween(TIME, ABOUT_TIME);

            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> db.transaction(() -> DB.set(notes, "a", new Note("b"))));
            Thread.sleep(500);
            assertThat(writing).isNotDone();
            taken.close();
            writing.join();
            assertThat(DB.get(notes, "a")).contains(new Note("b"));
        }
    }

    @Test
    void aServerThatCannotBeReachedIsTriedAgain() throws Exception {
        LimitedSource pool = new LimitedSource(site.location(), 1, 0);
        try (Database db = DB.open(pool, timeout(TIME))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            pool.connectTo("jdbc:postgresql://localhost:1/nowhere");
            assertThat(Refusal.of(DatabaseFailed.class, () -> DB.count(notes))).hasMessageContaining("refused");

            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> DB.set(notes, "a", new Note("a")));
            Thread.sleep(500);
            assertThat(writing).isNotDone();
            pool.connectTo(site.location());
            writing.join();
            assertThat(DB.get(notes, "a")).contains(new Note("a"));
        }
    }

    @Test
    void whoMayNotConnectIsToldSoAtOnce() throws Exception {
        LimitedSource pool = new LimitedSource(ofRole(), 1, 0);
        try (Database db = DB.open(pool, timeout(TIME))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            site.run("alter role " + role + " nologin");
            long begin = System.nanoTime();
            assertThat(Refusal.of(DatabaseFailed.class, () -> DB.count(notes)))
                    .hasMessageContaining("not permitted to log in");
            assertThat(since(begin)).isLessThan(TIME);
        }
    }

    @Test
    void aServerThatHasNoConnectionLeftIsTriedAgain() throws Exception {
        LimitedSource pool = new LimitedSource(ofRole(), 3, 0);
        try (Database db = DB.open(pool, timeout(TIME))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            site.run("alter role " + role + " connection limit 1");
            try (Connection last = DriverManager.getConnection(ofRole())) {
                long begin = System.nanoTime();
                assertThat(Refusal.of(DatabaseFailed.class, () -> DB.count(notes)))
                        .hasMessageContaining("no connection left");
                assertThat(since(begin)).isBetween(TIME, ABOUT_TIME);
                assertThat(last.isValid(1)).isTrue();

                CompletableFuture<Long> counting = CompletableFuture.supplyAsync(() -> DB.count(notes));
                Thread.sleep(500);
                assertThat(counting).isNotDone();
                last.close();
                assertThat(counting.join()).isZero();
            }
        }
    }

    @Test
    void anInterruptionEndsNoWaitForAConnection() throws Exception {
        LimitedSource pool = new LimitedSource(site.location(), 1, 5_000);
        try (Database db = DB.open(pool, timeout(TIME))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            Connection taken = pool.getConnection();
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread writer = new Thread(() -> {
                begun.countDown();
                DB.set(notes, "a", new Note("a"));
                stillInterrupted.complete(Thread.interrupted());
            });
            writer.start();
            begun.await();
            Thread.sleep(200);
            writer.interrupt();
            Thread.sleep(300);
            assertThat(stillInterrupted).isNotDone();
            taken.close();
            writer.join();
            assertThat(stillInterrupted).isCompletedWithValue(true);
            assertThat(DB.get(notes, "a")).contains(new Note("a"));
        }
    }
}
