package dev.quarry.engine;

import static dev.quarry.Options.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.DatabaseBusy;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The turn to change tables, where no lock of the server says whose it is. */
final class LeaseTest {
    record Note(String text) {}

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void aDatabaseWithoutLocks() {
        site = Place.MINIMAL.in(directory);
    }

    @Test
    void aTurnWhoseHolderIsGoneIsTakenOverAfterSomeSeconds() throws Exception {
        try (Database db = DB.open(site.location(), timeout(Duration.ofSeconds(20)))) {
            site.run("insert into quarry_lease (name, owner, turn) values ('catalog', 'somebody killed', 7)");
            long begin = System.nanoTime();
            DB.set(db.store("notes", Note.class), "k", new Note("a"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(3));
            assertThat(site.column("select owner from quarry_lease")).containsExactly("");
        }
    }

    @Test
    void whoWaitsTooBrieflyFindsTheDatabaseBusyAndSucceedsLater() throws Exception {
        try (Database db = DB.open(site.location(), timeout(Duration.ofMillis(300)))) {
            site.run("insert into quarry_lease (name, owner, turn) values ('catalog', 'somebody killed', 7)");
            assertThatThrownBy(() -> db.store("notes", Note.class)).isInstanceOf(DatabaseBusy.class);
            assertThat(site.dataTables()).isEmpty();
            Thread.sleep(3_100);
            assertThat(DB.count(db.store("notes", Note.class))).isZero();
        }
    }

    @Test
    void aHolderThatWasHeldUpForTooLongCommitsNothingAndBeginsAnew() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (Database db = DB.open(site.location());
                Engine engine = Engines.open(site.location(), Settings.DEFAULT.with(Duration.ofSeconds(20)))) {
            db.store("notes", Note.class);
            engine.connections().change(session -> {
                session.execute("insert into quarry_meta (key, value) values ('try', ?)", "" + tries.incrementAndGet());
                session.define("create table made (n bigint)", "drop table if exists made");
                if (tries.get() == 1) {
                    site.run("update quarry_lease set owner = 'somebody else'");
                }
                return tries;
            });
            assertThat(tries).hasValue(2);
            assertThat(site.column("select value from quarry_meta where key = 'try'"))
                    .containsExactly("2");
            assertThat(site.tables()).contains("made");
            assertThat(site.column("select statement from quarry_journal")).isEmpty();
        }
    }

    @Test
    void whatAChangeHasWrittenDownIsLeftToItWhileItsTurnLasts() throws Exception {
        try (Database db = DB.open(site.location());
                Engine engine = Engines.open(site.location(), Settings.DEFAULT.with(Duration.ofSeconds(20)))) {
            db.store("notes", Note.class);
            engine.connections().change(session -> {
                session.define("create table made (n bigint)", "drop table if exists made");
                site.run("update quarry_lease set owner = 'another'");
                site.run("create table others (n bigint)");
                site.run("insert into quarry_journal values ('another', -1, 'drop table if exists others')");
                throw new IllegalStateException("given up");
            });
        } catch (IllegalStateException e) {
            assertThat(site.tables()).contains("others", "made");
            assertThat(site.column("select owner from quarry_journal order by id"))
                    .hasSize(2)
                    .contains("another");
            return;
        }
        throw new AssertionError("it was given up");
    }

    @Test
    void aTurnThatLastsLongIsNotTakenOver() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (Database slow = DB.open(site.location());
                Engine engine = Engines.open(site.location(), Settings.DEFAULT);
                Database other = DB.open(site.location(), timeout(Duration.ofSeconds(30)))) {
            slow.store("notes", Note.class);
            Thread opening = new Thread(() -> DB.set(other.store("others", Note.class), "k", new Note("a")));
            engine.connections().change(session -> {
                tries.incrementAndGet();
                opening.start();
                try {
                    Thread.sleep(5_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return tries;
            });
            opening.join();
            assertThat(tries).hasValue(1);
            Datastore<Note> others = other.store("others", Note.class);
            assertThat(DB.keys(others)).isEqualTo(List.of("k"));
        }
    }
}
