package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.SchemaLocked;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.testing.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A script finds a store empty, and a program from before it writes to it afterwards. */
@ParameterizedClass
@EnumSource(Place.class)
final class WrittenLateTest extends OpenDatabase {
    record Old(String name, int price) {}

    record New(String title, int price) {}

    record Noted(String title, int price, @Nullable String note) {}

    private static final Script TITLES = Changes.of(2, "titles", change("teas", New.class, rename("name", "title")));
    private static final Script OTHERS = Changes.of(3, "others", change("cups", New.class, rename("name", "title")));

    private Datastore<Old> teas;

    @BeforeEach
    void open() {
        teas = db.store("teas", Old.class);
        DB.set(db.store("cups", Old.class), "a", new Old("mug", 3));
    }

    private void writeLate(Script script) {
        Migrator.of(db, script).run();
        DB.set(teas, "late", new Old("green", 7));
    }

    @Test
    void thatIsAProblemUntilTheRunIsTakenBackAndDoneAgain() {
        writeLate(TITLES);
        Migrator both = Migrator.of(db, TITLES, OTHERS);

        assertThat(both.status().problems())
                .containsExactly(
                        "store 'teas': migration 2 (titles) found it empty, and a program from before it has written to"
                                + " it since (1 records); end that program, undo that run, and run it again, which converts them");
        assertThat(both.plan().problems()).isEqualTo(both.status().problems());
        assertThatThrownBy(both::dryRun).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(both::run).isInstanceOf(MigrationRefused.class);

        both.undo();
        assertThat(both.status().problems()).isEmpty();
        both.run();

        assertThat(DB.get(db.store("teas", New.class), "late")).contains(new New("green", 7));
        assertThat(DB.get(db.store("cups", New.class), "a")).contains(new New("mug", 3));
    }

    @Test
    void theNewRecordIsRefusedInWordsThatNameTheScriptAndTheWayOut() {
        writeLate(TITLES);

        SchemaLocked locked = catchThrowableOfType(SchemaLocked.class, () -> db.store("teas", New.class));

        assertThat(locked.origin()).contains("migration 2 (titles)");
        assertThat(locked)
                .hasMessageContaining("migration 2 (titles) found the store empty")
                .hasMessageContaining("take the migration back (undo) and run it again");
        assertThat(DB.count(db.store("teas", Old.class))).isEqualTo(1);
    }

    record Cents(String name, long price) {}

    @Test
    void aNewRecordThatWouldTakeTheOldValuesIsRefusedToo() {
        Script cents =
                Changes.of(2, "cents", change("teas", Cents.class, convert("price", (Integer euros) -> euros * 100L)));
        writeLate(cents);
        assertThatThrownBy(() -> db.store("teas", Cents.class)).isInstanceOf(SchemaLocked.class);

        Migrator.of(db, cents).undo();
        Migrator.of(db, cents).run();

        assertThat(DB.get(db.store("teas", Cents.class), "late")).contains(new Cents("green", 700));
    }

    @Test
    void aCopyOfTheDatabaseHasTheSameProblem() {
        writeLate(TITLES);

        try (Database copy = DB.open(place.in(directory, "copy").location())) {
            DB.copy(db, copy);
            assertThat(Migrator.of(copy, TITLES).status().problems()).hasSize(1);
        }
    }

    @Test
    void aStoreThatTheNewProgramOpensFirstIsNone() {
        Migrator.of(db, TITLES).run();

        DB.set(db.store("teas", New.class), "a", new New("black", 5));
        db.store("teas", Noted.class);

        Migrator both = Migrator.of(db, TITLES, OTHERS);
        assertThat(both.status().problems()).isEmpty();
        both.run();
        assertThat(DB.count(db.store("teas", Noted.class))).isEqualTo(1);
    }

    /** The last script of a store takes what an old program wrote from wherever it is. */
    @Test
    void aLaterScriptThatTakesTheOldRecordsOnIsAWayOutToo() {
        writeLate(TITLES);
        Script again = Changes.of(4, "again", change("teas", New.class, rename("name", "title")));

        Migrator.of(db, TITLES, again).run();

        assertThat(DB.get(db.store("teas", New.class), "late")).contains(new New("green", 7));
    }
}
