package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.remove;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.SchemaVersion;
import dev.quarry.error.SchemaLocked;
import dev.quarry.migration.error.UndoRefused;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A copy has the history of the database that was copied, and nothing of its backups, beside which it may well lie. */
@ParameterizedClass
@EnumSource(Place.class)
@SuppressWarnings("NullAway.Init")
final class CopiedDatabaseTest extends OpenDatabase {
    record Before(String name, int number) {}

    record After(String title, int number) {}

    record Last(String title) {}

    record Other(String word) {}

    private static final Script SECOND = Changes.of(2, "title", change("orders", After.class, rename("name", "title")));
    private static final Script THIRD = Changes.of(3, "short", change("orders", Last.class, remove("number")));

    private Database copy;

    /** The copy makes the stores in another order, so that what is known of one by a number is another's there. */
    @BeforeEach
    void migrateAndCopy() {
        DB.set(db.store("orders", Before.class), "k", new Before("one", 1));
        Migrator.of(db, SECOND).run();
        DB.set(db.store("alpha", Other.class), "z", new Other("other"));
        copy = DB.open(place.in(directory, "copy").location());
        DB.copy(db, copy);
    }

    @AfterEach
    void closeCopy() {
        copy.close();
    }

    private static List<Map<String, ?>> records(Database database) {
        return List.of(
                DB.getAllWithKeys(database.store("alpha", Other.class)),
                DB.getAllWithKeys(database.store("orders", After.class)));
    }

    private static List<SchemaVersion> versions(Database database) {
        return List.of("alpha", "orders").stream()
                .flatMap(store -> database.schemaHistory(store).stream())
                .toList();
    }

    @Test
    void theHistoryIsCopiedWithoutTheBackups() {
        HistoryEntry original = Migrator.of(db, SECOND).history().get(0);
        assertThat(Migrator.of(copy, SECOND).history()).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
            assertThat(entry.records()).isEqualTo(original.records());
            assertThat(entry.checksum()).isEqualTo(original.checksum());
            assertThat(entry.detail().application()).isEqualTo(original.detail().application());
            assertThat(entry.backup()).isEmpty();
            assertThat(entry.detail().stores()).isEmpty();
        });
        assertThat(Migrator.of(copy, SECOND).status().pending()).isEmpty();
        assertThat(Migrator.of(copy, SECOND).backups()).isEmpty();
    }

    @Test
    void anUndoOfARunThatWasMadeInTheOriginalIsRefused() {
        List<SchemaVersion> before = versions(copy);
        Migrator migrator = Migrator.of(copy, SECOND);
        assertThatThrownBy(migrator::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining(
                        "version 2 was run in another database, of which this one is a copy; undo it there");
        assertThatThrownBy(() -> migrator.undo(LaterWrites.DISCARD)).isInstanceOf(UndoRefused.class);
        assertThat(records(copy)).isEqualTo(records(db));
        assertThat(versions(copy)).isEqualTo(before);
    }

    @Test
    void whatRanWhileACopyWasInterruptedIsInTheCopy() {
        try (Database other = DB.open(place.in(directory, "resumed").location())) {
            interrupt(other);
            Migrator.of(db, SECOND, THIRD).run();

            DB.copy(db, other);

            assertThat(other.stores()).isEqualTo(db.stores());
            assertThat(versions(other)).isEqualTo(versions(db));
            assertThat(DB.getAllWithKeys(other.store("orders", Last.class))).isEqualTo(Map.of("k", new Last("one")));
            assertThatThrownBy(() -> other.store("orders", After.class))
                    .isInstanceOf(SchemaLocked.class)
                    .hasMessageContaining("migration 3");
            assertThat(Migrator.of(other, SECOND, THIRD).status().pending()).isEmpty();
        }
    }

    @Test
    void whatWasUndoneWhileACopyWasInterruptedIsUndoneInTheCopy() {
        try (Database other = DB.open(place.in(directory, "resumed").location())) {
            interrupt(other);
            Migrator.of(db, SECOND).undo(LaterWrites.DISCARD);

            DB.copy(db, other);

            assertThat(other.stores()).isEqualTo(db.stores());
            assertThat(other.schemaHistory("orders")).isEqualTo(db.schemaHistory("orders"));
            assertThat(DB.getAllWithKeys(other.store("orders", Before.class)))
                    .isEqualTo(Map.of("k", new Before("one", 1)));
            assertThat(Migrator.of(other, SECOND).status().pending()).hasSize(1);
        }
    }

    /** Copies all orders, without the end of it. */
    private void interrupt(Database other) {
        assertThatThrownBy(() -> DB.copy(db, other, (store, done, total) -> {
                    if (store.equals("orders") && done == total) {
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .hasMessage("interrupted");
    }

    @Test
    void theBackupsOfTheOriginalCannotBeDeletedFromTheCopy() {
        Migrator original = Migrator.of(db, SECOND);
        String backup = original.backups().get(0);
        assertThat(Migrator.of(copy, SECOND).deleteBackup(backup)).isFalse();
        assertThat(original.backups()).containsExactly(backup);
        original.undo();
        assertThat(DB.getAllWithKeys(db.store("orders", Before.class))).isEqualTo(Map.of("k", new Before("one", 1)));
    }

    @Test
    void aRunOfTheCopyIsUndoneThereAndTheOneBeforeIsNot() {
        List<Map<String, ?>> before = records(copy);
        Migrator migrator = Migrator.of(copy, SECOND, THIRD);
        assertThat(migrator.run().scripts()).hasSize(1);
        assertThat(DB.getAllWithKeys(copy.store("orders", Last.class))).isEqualTo(Map.of("k", new Last("one")));
        assertThat(migrator.undo().restored()).containsExactly("orders");
        assertThat(records(copy)).isEqualTo(before);
        assertThatThrownBy(migrator::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("of which this one is a copy");
        assertThat(records(copy)).isEqualTo(before);
    }
}
