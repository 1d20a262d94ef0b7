package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.testing.FaultySource;
import dev.quarry.testing.FaultySource.Fault;
import dev.quarry.testing.Place;
import dev.quarry.testing.PostgresServer;
import dev.quarry.testing.Site;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The rows that writes leave in PostgreSQL to be asked about: none is deleted that may still be needed, and none stays for ever. */
final class CommitMarksTest {
    record Note(String text) {}

    private final Site site = new Site(Place.POSTGRESQL, PostgresServer.newDatabase());

    private Datastore<Note> notes(Database db) {
        return db.store("notes", Note.class);
    }

    private void leave(String slot, Duration age) throws SQLException {
        site.run("insert into quarry_commit (slot, number, changed, used) values ('" + slot + "', 1, 0, "
                + Instant.now().minus(age).toEpochMilli() + ")");
    }

    @Test
    void aProgramTakesItsOwnAlong() throws SQLException {
        try (Database db = DB.open(site.location())) {
            Datastore<Note> notes = notes(db);
            DB.set(notes, "a", new Note("one"));
            db.transaction(() -> DB.set(notes, "b", new Note("two")));
            assertThat(site.column("select slot from quarry_commit")).isNotEmpty();
            leave("of another program", Duration.ofHours(1));
        }

        assertThat(site.column("select slot from quarry_commit")).containsExactly("of another program");
    }

    @Test
    void whatAKilledProgramLeftIsDeletedWhenNobodyCanNeedIt() throws SQLException {
        try (Database db = DB.open(site.location())) {
            notes(db);
        }
        leave("of last year", Duration.ofDays(300));
        leave("of last month", Duration.ofDays(30));

        try (Database db = DB.open(site.location())) {
            DB.set(notes(db), "a", new Note("one"));
        }

        assertThat(site.column("select slot from quarry_commit")).containsExactly("of last month");
    }

    /** Its owner writes with it while another program deletes what is old, and waits for that to end. */
    @Test
    void whatIsInUseAgainStays() throws Exception {
        try (Database db = DB.open(site.location())) {
            notes(db);
        }
        leave("of last year", Duration.ofDays(300));

        try (Connection owner = site.connect();
                Statement statement = owner.createStatement();
                Database db = DB.open(site.location())) {
            Datastore<Note> notes = notes(db);
            owner.setAutoCommit(false);
            statement.executeUpdate("update quarry_commit set number = 2, used = "
                    + Instant.now().toEpochMilli());
            CompletableFuture<Note> write = CompletableFuture.supplyAsync(() -> DB.set(notes, "a", new Note("one")));
            awaitWaiting();
            owner.commit();
            write.get(1, TimeUnit.MINUTES);
        }

        assertThat(site.column("select number from quarry_commit")).containsExactly("2");
    }

    private void awaitWaiting() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        String waiting = "select count(*) from pg_locks where not granted"
                + " and pid in (select pid from pg_locks where relation = 'quarry_commit'::regclass)";
        while (site.column(waiting).equals(List.of("0"))) {
            assertThat(System.nanoTime() - deadline).isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** What was lost may still get to the server, behind the end of the program. */
    @Test
    void theRowThatHoldsOffALateStatementStays() throws SQLException {
        Deque<Fault> next = new ArrayDeque<>();
        FaultySource source = new FaultySource(site.location(), () -> Optional.ofNullable(next.poll()));

        try (Database db = DB.open(source)) {
            Datastore<Note> notes = notes(db);
            DB.set(notes, "a", new Note("one"));
            next.add(Fault.LOST_BEFORE_STATEMENT);
            DB.set(notes, "a", new Note("two"));
        }

        assertThat(source.struck()).isEqualTo(1);
        assertThat(site.column("select number from quarry_commit")).containsExactly("-3");
    }
}
