package dev.quarry.migration;

import static dev.quarry.Options.readOnly;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.renameStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.error.InvalidUse;
import dev.quarry.error.ReadOnlyDatabase;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.testing.Place;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a migrator does with a database that was opened for reading. */
@ParameterizedClass
@EnumSource(Place.class)
@SuppressWarnings("NullAway.Init")
final class ReadOnlyTest extends OpenDatabase {
    record Note(String text) {}

    record Memo(String text) {}

    private static final Script SECOND = Changes.of(2, "memos", change("notes", Memo.class));
    private static final Script THIRD = Changes.of(3, "name", renameStore("notes", "memos"));

    private Database reader;

    @BeforeEach
    void migrate() {
        DB.set(db.store("notes", Note.class), "a", new Note("one"));
        Migrator.of(db, SECOND).run();
        reader = DB.open(site.location(), readOnly());
    }

    @AfterEach
    void closeReader() {
        reader.close();
    }

    @Test
    void itsBackupsAreListedAndNotDeleted() {
        Migrator reading = Migrator.of(reader, SECOND);
        String backup = reading.backups().get(0);

        assertThatThrownBy(() -> reading.deleteBackup(backup))
                .isInstanceOf(ReadOnlyDatabase.class)
                .hasMessageContaining("readOnly()");
        assertThat(reading.backups()).containsExactly(backup);
        assertThat(reading.deleteBackup("another")).isFalse();

        Migrator.of(db, SECOND).undo();
        assertThat(DB.getAllWithKeys(db.store("notes", Note.class))).isEqualTo(Map.of("a", new Note("one")));
    }

    @Test
    void aBackupIsNotDeletedInATransactionEither() {
        Migrator migrator = Migrator.of(db, SECOND);
        String backup = migrator.backups().get(0);

        assertThatThrownBy(() -> db.transaction(() -> migrator.deleteBackup(backup)))
                .isInstanceOf(InvalidUse.class);
        assertThat(migrator.backups()).containsExactly(backup);
        assertThat(migrator.deleteBackup(backup)).isTrue();
        assertThat(migrator.backups()).isEmpty();
    }

    @Test
    void aRunThatFindsNothingToDoWritesNothing() {
        MigrationRun run = Migrator.of(reader, SECOND).run();

        assertThat(run.scripts()).isEmpty();
        assertThat(run.backup()).isEmpty();
        assertThat(run.from()).isEqualTo(2);
        assertThat(run.to()).isEqualTo(2);
    }

    @Test
    void aRunThatFindsSomethingToDoIsRefused() {
        assertThatThrownBy(() -> Migrator.of(reader, SECOND, THIRD).run())
                .isInstanceOf(ReadOnlyDatabase.class)
                .hasMessageContaining("readOnly()");
        assertThatThrownBy(() -> Migrator.of(db, THIRD).run()).isInstanceOf(MigrationRefused.class);
        assertThat(Migrator.of(db, SECOND).history()).hasSize(1);
    }
}
