package dev.quarry;

import static dev.quarry.Options.readOnly;
import static dev.quarry.Options.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.annotation.Default;
import dev.quarry.engine.Capability;
import dev.quarry.error.CannotOpen;
import dev.quarry.error.MissingCapability;
import dev.quarry.testing.Place;
import dev.quarry.testing.PostgresServer;
import dev.quarry.testing.RecordedSource;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database says what it lacks, and what needs that does without it or is refused by name. */
final class MissingCapabilityTest {
    @TempDir
    Path directory;

    record Note(String text, Set<String> words) {}

    private static final Note NOTE = new Note("a", Set.of("x", "y"));

    @Test
    void whatIsDeclaredFirstHoldsForProgramsThatDeclareNothing() {
        Site site = Site.onOwnServer();
        try (Database db = DB.open(site.location(), without(Capability.TRIGGERS, Capability.ADVISORY_LOCKS))) {
            DB.set(db.store("notes", Note.class), "k", NOTE);
        }
        try (Database db = DB.open(site.location())) {
            assertThat(DB.get(db.store("notes", Note.class), "k")).contains(NOTE);
            assertThat(db.engine().capabilities().has(Capability.TRIGGERS)).isFalse();
            assertThat(db.engine().capabilities().has(Capability.ADVISORY_LOCKS))
                    .isFalse();
            assertThat(db.engine().capabilities().has(Capability.TABLE_LOCKS)).isTrue();
        }
        DB.open(site.location(), without(Capability.ADVISORY_LOCKS, Capability.TRIGGERS))
                .close();
        DB.open(site.location(), readOnly()).close();
    }

    @Test
    void aProgramThatDeclaresSomethingElseIsRefused() {
        Site site = Site.onOwnServer();
        DB.open(site.location(), without(Capability.TRIGGERS)).close();
        assertThatThrownBy(() -> DB.open(site.location(), without(Capability.TABLE_LOCKS)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("without(TRIGGERS)")
                .hasMessageContaining("without(TABLE_LOCKS)");
    }

    @Test
    void aDatabaseThatWasMadeWithEverythingStaysSo() {
        Site site = Site.onOwnServer();
        try (Database db = DB.open(site.location())) {
            db.store("notes", Note.class);
        }
        assertThatThrownBy(() -> DB.open(site.location(), without(Capability.TRIGGERS)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("without() since it was made");
    }

    @Test
    void aProgramThatWasThereBeforeItWasSaidDoesNothing() {
        Site site = Site.onOwnServer();
        try (Database before = DB.open(site.location());
                Database after = DB.open(site.location(), without(Capability.TRIGGERS))) {
            after.store("notes", Note.class);

            assertThatThrownBy(() -> before.store("notes", Note.class))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("without TRIGGERS")
                    .hasMessageContaining("open it again");
            assertThatThrownBy(() -> before.store("others", Note.class)).isInstanceOf(CannotOpen.class);
        }
        try (Database again = DB.open(site.location())) {
            again.store("notes", Note.class);
        }
    }

    @Test
    void aNameThatNobodyKnowsIsRefused() throws Exception {
        Site site = Site.onOwnServer();
        DB.open(site.location(), without(Capability.TRIGGERS)).close();
        site.run("update quarry_without set capabilities = 'TRIGGERS,FLYING'");
        assertThatThrownBy(() -> DB.open(site.location()))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("FLYING");
    }

    @Test
    void sqliteLacksNothing() {
        String file = directory.resolve("a.db").toString();
        assertThatThrownBy(() -> DB.open(file, without(Capability.TRIGGERS))).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> DB.inMemory(without(Capability.TRIGGERS))).isInstanceOf(CannotOpen.class);
        assertThat(directory.resolve("a.db")).doesNotExist();
    }

    static final class First {
        record Inner(String text) {}

        record Row(@Nullable Inner inner) {}
    }

    static final class Second {
        record Inner(String text, @Default("7") int number) {}

        record Row(@Nullable Inner inner) {}
    }

    @Test
    void aChangeThatNeedsTriggersIsRefusedByNameAndChangesNothing() throws Exception {
        Site site = Place.MINIMAL.in(directory);
        try (Database db = DB.open(site.location())) {
            Datastore<First.Row> rows = db.store("rows", First.Row.class);
            DB.set(rows, "k", new First.Row(new First.Inner("a")));
            List<String> columns = site.columns(site.dataTables().get(0));

            MissingCapability refusal =
                    catchThrowableOfType(MissingCapability.class, () -> db.store("rows", Second.Row.class));

            assertThat(refusal.capability()).isEqualTo("TRIGGERS");
            assertThat(refusal.feature()).contains("number");
            assertThat(refusal.location()).startsWith("jdbc:postgresql:");
            assertThat(site.columns(site.dataTables().get(0))).isEqualTo(columns);
            assertThat(site.column("select statement from quarry_journal")).isEmpty();
            assertThat(DB.get(rows, "k")).contains(new First.Row(new First.Inner("a")));
        }
    }

    @Test
    void aStoreThatNeedsTriggersForOlderProgramsIsCopiedAndThoseAreRefused() {
        try (Database from = DB.inMemory();
                Database to = DB.open(PostgresServer.newMinimalDatabase())) {
            from.store("rows", First.Row.class);
            Datastore<Second.Row> rows = from.store("rows", Second.Row.class);
            DB.set(rows, "k", new Second.Row(new Second.Inner("a", 5)));

            DB.copy(from, to);

            assertThat(DB.get(to.store("rows", Second.Row.class), "k"))
                    .contains(new Second.Row(new Second.Inner("a", 5)));
            assertThatThrownBy(() -> to.store("rows", First.Row.class))
                    .isInstanceOf(MissingCapability.class)
                    .hasMessageContaining("component 'inner.number'")
                    .hasMessageContaining("let a migration add it");
        }
    }

    @Test
    void fieldsAreComparedByReadingThemWhereNoFunctionDoesIt() {
        try (Database db = DB.open(PostgresServer.newMinimalDatabase())) {
            Datastore<Note> notes = db.store("notes", Note.class);
            DB.set(notes, "k", NOTE);
            DB.set(notes, "l", new Note("a", Set.of("x")));
            assertThat(DB.queryExactFields(notes, Map.of("words", Set.of("y", "x"))))
                    .containsExactly(NOTE);
        }
    }

    /** PostgreSQL cannot be told so; what a server does with it that can is not seen here. */
    @Test
    void keysAreOrderedByNameWhereTheyAreNotByThemselves() {
        RecordedSource recorded = new RecordedSource(PostgresServer.newOwnDatabase(), sql -> sql.replace(" asc)", ")"));
        try (Database db = DB.open(recorded.source(), without(Capability.ORDERED_KEYS))) {
            Datastore<Note> notes = db.store("notes", Note.class);
            DB.set(notes, "b", NOTE);
            DB.set(notes, "a", NOTE);
            assertThat(DB.keys(notes)).containsExactly("a", "b");
        }
        assertThat(recorded.statements())
                .filteredOn(sql -> sql.startsWith("create table \"notes__g1\""))
                .singleElement()
                .asString()
                .contains(", primary key (\"#key\" asc), ");
    }

    @Test
    void noStatementAsksForWhatIsMissingOrForTheServersClock() throws Exception {
        RecordedSource recorded = new RecordedSource(PostgresServer.newMinimalDatabase());
        try (Database db = DB.open(recorded.source())) {
            Datastore<First.Row> rows = db.store("rows", First.Row.class);
            DB.set(rows, "k", new First.Row(null));
            DB.deleteAll(rows);
            Datastore<Note> notes = db.store("rows", Note.class);
            DB.set(notes, "k", NOTE);
            db.rename("rows", "others");
            db.drop("others");
        }
        assertThat(recorded.statements())
                .anyMatch(sql -> sql.startsWith("create table"))
                .noneMatch(sql -> sql.matches(
                        "(?is).*\\b(lock table|pg_advisory\\w*|create (or replace )?function|create trigger|listen|notify"
                                + "|now\\(|current_timestamp|clock_timestamp|skip locked|do \\$).*"));
    }
}
