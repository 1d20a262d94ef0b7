package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.renameStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.engine.Session;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.error.BackupFailed;
import dev.quarry.migration.error.NotEnoughSpace;
import dev.quarry.migration.error.UndoRefused;
import dev.quarry.migration.history.HistoryEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are files, and what a full disk makes of a run. */
final class BackupFileTest {
    record Note(String text) {}

    private static final int RECORDS = 3_000;

    @TempDir
    Path directory;

    private String file = "";

    @BeforeEach
    void fill() {
        file = directory.resolve("people.db").toString();
        Map<String, Before> all = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            all.put(String.format("%04d", i), new Before("given" + i + " family" + i, i, "x".repeat(i % 50)));
        }
        try (Database db = DB.open(file)) {
            DB.setAll(db.store("people", Before.class), all);
        }
    }

    @Test
    void theBackupIsADatabaseOfTheMomentBefore() {
        try (Database db = DB.open(file)) {
            Map<String, Before> before = DB.getAllWithKeys(db.store("people", Before.class));
            DB.set(db.store("people", Before.class), "0000", before.get("0000"));
            String name = Migrator.of(db, new V2__split_name()).run().backup().orElseThrow();

            assertThat(name).matches("people\\.db\\.\\d{8}T\\d{6}Z-v1\\.backup");
            try (Database copy = DB.open(directory.resolve(name).toString())) {
                Datastore<Before> people = copy.store("people", Before.class);
                assertThat(DB.getAllWithKeys(people)).isEqualTo(before);
                assertThat(DB.entry(people, "0000").orElseThrow().version()).isEqualTo(2);
            }
        }
    }

    @Test
    void aBackupThatIsElsewhereIsMissedUntilItIsPutBack() throws Exception {
        try (Database db = DB.open(file)) {
            Migrator migrator = Migrator.of(db, new V2__split_name());
            Path backup = directory.resolve(migrator.run().backup().orElseThrow());
            Path away = Files.move(backup, directory.resolve("elsewhere"));

            assertThatThrownBy(migrator::undo)
                    .isInstanceOf(UndoRefused.class)
                    .hasMessageContaining("is not there")
                    .hasMessageContaining(backup.toString());
            assertThat(DB.count(db.store("people", Person.class))).isEqualTo(RECORDS);

            Files.move(away, backup);
            migrator.undo();
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
        }
    }

    @Test
    void theBackupOfAnotherDatabaseInItsPlaceIsRefused() throws Exception {
        try (Database db = DB.open(file);
                Database other = DB.open(directory.resolve("other.db").toString())) {
            // so that its stores have other numbers
            other.store("notes", Note.class);
            DB.set(other.store("people", Before.class), "k", new Before("a b", 1, "x"));
            Migrator migrator = Migrator.of(db, new V2__split_name());
            Path backup = directory.resolve(migrator.run().backup().orElseThrow());
            Path foreign = directory.resolve(
                    Migrator.of(other, new V2__split_name()).run().backup().orElseThrow());
            Files.copy(foreign, backup, StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(migrator::undo)
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("the backup is another database's");
            assertThat(DB.count(db.store("people", Person.class))).isEqualTo(RECORDS);
        }
    }

    @Test
    void onlyTheUnfinishedBackupsOfTheOwnFileAreDeleted() throws Exception {
        Path own = Files.writeString(directory.resolve("people.db.20261126T000000Z-v1.backup.part"), "killed");
        Path journal =
                Files.writeString(directory.resolve("people.db.20261126T000000Z-v1-2.backup.part-journal"), "killed");
        Path longer = Files.writeString(directory.resolve("people.db.eu.20261126T000000Z-v1.backup.part"), "at work");
        Path other = Files.writeString(directory.resolve("shop.db.20261126T000000Z-v1.backup.part"), "at work");
        try (Database db = DB.open(file)) {
            Migrator.of(db, new V2__split_name()).run();
        }
        assertThat(own).doesNotExist();
        assertThat(journal).doesNotExist();
        assertThat(longer).exists();
        assertThat(other).exists();
    }

    @Test
    void whatItSaysOfTheDiskIsAboutWhatARunTakes() throws Exception {
        try (Database db = DB.open(file)) {
            long needed = Migrator.of(db, new V2__split_name()).dryRun().needed();

            Path backup = directory.resolve(
                    Migrator.of(db, new V2__split_name()).run().backup().orElseThrow());
            assertThat(needed).isBetween(Files.size(backup), 4 * Files.size(backup));
        }
    }

    @Test
    void aDiskThatIsTooFullIsToldBeforeAnythingIsWritten() throws Exception {
        try (Database db = DB.open(file)) {
            Migrator migrator = Migrator.of(db, new V2__split_name())
                    .with(RunContext.standard().withFreeSpace(file -> 1_000));

            assertThat(migrator.dryRun().succeeds()).isFalse();
            assertThatThrownBy(migrator::run).isInstanceOfSatisfying(NotEnoughSpace.class, full -> {
                assertThat(full.free()).isEqualTo(1_000);
                assertThat(full.needed()).isGreaterThan(100_000);
                assertThat(full).hasMessageContaining("Make room");
            });
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
            assertThat(migrator.history()).isEmpty();
            try (var files = Files.list(directory)) {
                assertThat(files.map(path -> path.getFileName().toString())).allMatch(name -> !name.contains("backup"));
            }
        }
    }

    record Older(String name, int years, @Nullable String city) {}

    private static long neededFor(Database db, Script... scripts) {
        Migrator migrator = Migrator.of(db, scripts).with(RunContext.standard().withFreeSpace(file -> 1_000));
        return catchThrowableOfType(NotEnoughSpace.class, migrator::run).needed();
    }

    @Test
    void aStoreThatIsRenamedFirstNeedsAsMuchRoom() {
        Change[] swapped = {
            renameStore("people", "old"), renameStore("pets", "people"), renameStore("old", "persons"),
        };
        try (Database db = DB.open(file)) {
            DB.set(db.store("pets", Before.class), "rex", new Before("Rex the Dog", 3, null));
            long needed = neededFor(db, Changes.of(2, "a test", change("people", Older.class, rename("age", "years"))));
            long pets = neededFor(db, Changes.of(2, "a test", change("pets", Older.class, rename("age", "years"))));

            assertThat(needed).isGreaterThan(pets);
            assertThat(neededFor(
                            db,
                            Changes.of(2, "names", swapped),
                            Changes.of(3, "years", change("persons", Older.class, rename("age", "years")))))
                    .isEqualTo(needed);
            assertThat(neededFor(
                            db,
                            Changes.of(2, "names", swapped),
                            Changes.of(3, "years", change("people", Older.class, rename("age", "years")))))
                    .isEqualTo(pets);
            assertThat(neededFor(
                            db,
                            Changes.of(2, "years", change("people", Older.class, rename("age", "years"))),
                            Changes.of(3, "names", renameStore("people", "persons")),
                            Changes.of(4, "age", change("persons", Before.class, rename("years", "age")))))
                    .as("what a script has made is not there before")
                    .isEqualTo(needed);
        }
    }

    @Test
    void aRunThatOnlyRenamesStoresMakesNoBackupAndNeedsNoRoom() throws Exception {
        try (Database db = DB.open(file)) {
            Migrator migrator = Migrator.of(db, Changes.of(2, "persons", renameStore("people", "persons")))
                    .with(RunContext.standard().withFreeSpace(file -> 0));

            DryRun dry = migrator.dryRun();
            assertThat(dry.needed()).isZero();
            assertThat(dry.succeeds()).isTrue();
            assertThat(migrator.run().backup()).isEmpty();

            assertThat(DB.count(db.store("persons", Before.class))).isEqualTo(RECORDS);
            assertThat(migrator.backups()).isEmpty();
            assertThat(migrator.history())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.backup()).isEmpty());
            try (var files = Files.list(directory)) {
                assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("backup"));
            }
            migrator.undo();
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
        }
    }

    @Test
    void aRunThatRenamesOneStoreAndConvertsAnotherNeedsRoomAndABackup() {
        try (Database db = DB.open(file)) {
            DB.set(db.store("pets", Before.class), "rex", new Before("Rex", 3, null));
            Script animals = Changes.of(1, "animals", renameStore("pets", "animals"));
            Migrator migrator = Migrator.of(db, animals, new V2__split_name());

            assertThatThrownBy(migrator.with(RunContext.standard().withFreeSpace(file -> 1_000))::run)
                    .isInstanceOf(NotEnoughSpace.class);
            assertThat(migrator.run().backup()).isPresent();
            assertThat(migrator.history())
                    .extracting(HistoryEntry::backup)
                    .allMatch(Optional::isPresent)
                    .hasSize(2);

            migrator.undo();
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
            assertThat(DB.keys(db.store("pets", Before.class))).containsExactly("rex");
        }
    }

    @Test
    void whereverTheDiskIsFullEverythingIsAsItWas() {
        int failed = 0;
        for (int room = 0; room < 200; room += 10) {
            failed += runWithRoom(room) ? 0 : 1;
        }
        assertThat(failed).isBetween(1, 19);
    }

    /** A run in which the file may grow by so many pages; whether it succeeded. It is undone again. */
    private boolean runWithRoom(int pages) {
        try (Database db = DB.open(file)) {
            write(db, session -> {
                session.executeOnce("pragma max_page_count = " + (pages(session) + pages));
            });
            Migrator migrator = Migrator.of(db, new V2__split_name());
            try {
                migrator.run();
            } catch (DatabaseFailed e) {
                assertThat(e).hasMessageContaining("full");
                try (Database again = DB.open(file)) {
                    assertThat(DB.getAllWithKeys(again.store("people", Before.class)))
                            .hasSize(RECORDS);
                    assertThat(again.stores()).hasSize(1);
                }
                return false;
            }
            write(db, session -> session.executeOnce("pragma max_page_count = 1000000"));
            migrator.undo();
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
            return true;
        }
    }

    private static long pages(Session session) throws SQLException {
        try (var rows = session.statement("pragma page_count").executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void write(Database db, Action action) {
        db.generations().engine().connections().writeOne(session -> {
            action.run(session);
            return session;
        });
    }

    private interface Action {
        void run(Session session) throws SQLException;
    }

    @Test
    void withoutABackupNothingRuns() throws Exception {
        RunContext standard = RunContext.standard();
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        Files.createDirectories(
                directory.resolve("people.db.20260102T030405Z-v1.backup.part").resolve("in the way"));
        try (Database db = DB.open(file)) {
            Migrator migrator = Migrator.of(db, new V2__split_name())
                    .with(new RunContext("", standard.progress(), clock, standard.freeSpace()));

            assertThatThrownBy(migrator::run)
                    .isInstanceOf(BackupFailed.class)
                    .hasMessageContaining("people.db.20260102T030405Z-v1.backup");
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(RECORDS);
            assertThat(migrator.history()).isEmpty();
        }
    }

    @Test
    void whatAKilledRunLeftOfABackupIsDeletedByTheNext() throws Exception {
        Path left = Files.writeString(directory.resolve("people.db.20250102T030405Z-v1.backup.part"), "half");
        Path others = Files.writeString(directory.resolve("other.db.20250102T030405Z-v1.backup.part"), "half");
        try (Database db = DB.open(file)) {
            Migrator.of(db, new V2__split_name()).run();
        }
        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }
}
