package dev.quarry.migration;

import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Options;
import dev.quarry.annotation.Was;
import dev.quarry.error.SchemaLocked;
import dev.quarry.testing.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A record from before a script is refused even where its values would fit, since they mean something else now. */
@ParameterizedClass
@EnumSource(Place.class)
final class RecordsLeftBehindTest extends OpenDatabase {
    record Euros(String name, int price) {}

    record NotedEuros(String name, int price, @Nullable String note) {}

    record Cents(String name, long price) {}

    record NotedCents(String name, long price, @Nullable String note) {}

    private static final Script CENTS =
            Changes.of(2, "cents", change("prices", Cents.class, convert("price", (Integer euros) -> euros * 100L)));

    private void fill() {
        DB.set(db.store("prices", Euros.class), "tea", new Euros("tea", 7));
    }

    private SchemaLocked refusal(Class<? extends Record> record) {
        return refusal(db, record);
    }

    private static SchemaLocked refusal(Database database, Class<? extends Record> record) {
        SchemaLocked locked = catchThrowableOfType(SchemaLocked.class, () -> database.store("prices", record));
        assertThat(locked).as("the refusal of " + record.getSimpleName()).isNotNull();
        return locked;
    }

    @Test
    void aNarrowerRecordIsRefusedInWordsThatNameTheScript() {
        fill();
        Migrator.of(db, CENTS).run();

        SchemaLocked locked = refusal(Euros.class);
        assertThat(locked.origin()).contains("migration 2 (cents)");
        assertThat(locked)
                .hasMessageContaining("this record is from before migration 2 (cents)")
                .hasMessageContaining("component 'price' changed from long to int")
                .hasMessageContaining("start the program that has the new record")
                .hasMessageContaining("(undo)");
        assertThat(DB.get(db.store("prices", Cents.class), "tea")).contains(new Cents("tea", 700));
    }

    record Renamed(@Was("name") String title, int price) {}

    @Test
    void aRecordThatTheNewOneNamesAsItsFormerIsRefused() {
        fill();
        Script script = Changes.of(
                2,
                "titles",
                change(
                        "prices",
                        Renamed.class,
                        rename("name", "title"),
                        convert("title", (String name) -> name.toUpperCase(Locale.ROOT))));
        Migrator.of(db, script).run();

        assertThat(refusal(Euros.class).origin()).contains("migration 2 (titles)");
    }

    @Test
    void recordsThatAreOlderStillAreRefusedToo() {
        fill();
        db.store("prices", NotedEuros.class);
        Script script = Changes.of(
                2, "cents", change("prices", NotedCents.class, convert("price", (Integer euros) -> euros * 100L)));
        Migrator.of(db, script).run();

        assertThat(refusal(NotedEuros.class).origin()).contains("migration 2 (cents)");
        assertThat(refusal(Euros.class).origin()).contains("migration 2 (cents)");
        db.store("prices", NotedCents.class);
    }

    @Test
    void laterChangesThatNeedNoScriptKeepItSo() {
        fill();
        Migrator.of(db, CENTS).run();

        db.store("prices", NotedCents.class);
        assertThat(refusal(Euros.class).origin()).contains("migration 2 (cents)");

        record Shared(
                @Nullable String name, long price, @Nullable String note) {}
        db.store("prices", Shared.class);
        assertThat(refusal(Euros.class).origin()).contains("migration 2 (cents)");
    }

    record Euro(String name, int euros) {}

    record Fraction(String name, double euros) {}

    @Test
    void aChangeThatCopiesTheTableKeepsItSo() {
        fill();
        Migrator.of(db, Changes.of(2, "euros", change("prices", Euro.class, rename("price", "euros"))))
                .run();
        db.store("prices", Fraction.class);

        assertThat(refusal(Euros.class).origin()).contains("migration 2 (euros)");
        assertThatThrownBy(() -> db.store("prices", Euros.class)).hasMessageContaining("migration 2 (euros)");
    }

    record Mills(String name, long price, @Nullable String note) {}

    private static final Script MILLS = Changes.of(
            3,
            "mills",
            change(
                    "prices",
                    Mills.class,
                    convert("price", (Long cents) -> cents * 10),
                    add("note", row -> row.get("name", String.class))));

    @Test
    void afterALaterScriptEachRecordIsToldWhichOneLedAwayFromIt() {
        fill();
        Migrator.of(db, CENTS).run();
        Migrator.of(db, CENTS, MILLS).run();

        assertThat(refusal(Euros.class).origin()).contains("migration 2 (cents)");
        assertThat(refusal(Cents.class).origin()).contains("migration 3 (mills)");
    }

    @Test
    void aRecordThatAScriptComesBackToIsTaken() {
        fill();
        Script back = Changes.of(3, "euros", change("prices", Euros.class, convert("price", (Long cents) ->
                (int) (cents / 100))));
        Migrator.of(db, CENTS, back).run();

        assertThat(DB.get(db.store("prices", Euros.class), "tea")).contains(new Euros("tea", 7));
        assertThat(refusal(Cents.class).origin()).contains("migration 3 (euros)");
    }

    @Test
    void anUndoTakesTheOldRecordAgain() {
        fill();
        Migrator.of(db, CENTS).run();
        Migrator.of(db, CENTS).undo();

        assertThat(DB.get(db.store("prices", Euros.class), "tea")).contains(new Euros("tea", 7));
        Migrator.of(db, CENTS).run();
        assertThat(refusal(Euros.class).origin()).contains("migration 2 (cents)");
    }

    @Test
    void anUndoOfALaterScriptKeepsWhatTheFormerOneLeftBehind() {
        fill();
        Migrator.of(db, CENTS).run();
        Migrator.of(db, CENTS, MILLS).run();
        Migrator.of(db, CENTS, MILLS).undo();

        assertThat(refusal(Euros.class).origin()).contains("migration 2 (cents)");
        db.store("prices", Cents.class);
    }

    @Test
    void anotherNameOfTheStoreKeepsItSo() {
        fill();
        Migrator.of(db, CENTS).run();

        db.rename("prices", "costs");

        assertThatThrownBy(() -> db.store("costs", Euros.class)).isInstanceOf(SchemaLocked.class);
    }

    @Test
    void aCopyOfTheDatabaseKeepsItSo() {
        fill();
        Migrator.of(db, CENTS).run();

        try (Database copy = DB.open(place.in(directory, "copy").location())) {
            DB.copy(db, copy);
            assertThat(refusal(copy, Euros.class).origin()).contains("migration 2 (cents)");
        }
    }

    @Test
    void aProgramThatOnlyReadsIsRefusedToo() {
        fill();
        Migrator.of(db, CENTS).run();

        try (Database reading = DB.open(site.location(), Options.readOnly())) {
            assertThat(refusal(reading, Euros.class).origin()).contains("migration 2 (cents)");
            assertThat(DB.count(reading.store("prices", Cents.class))).isEqualTo(1);
        }
    }

    @Test
    void anEmptyStoreTakesAnyRecordAgain() {
        fill();
        Migrator.of(db, CENTS).run();
        DB.deleteAll(db.store("prices", Cents.class));

        DB.set(db.store("prices", Euros.class), "tea", new Euros("tea", 8));

        assertThat(DB.get(db.store("prices", Euros.class), "tea")).contains(new Euros("tea", 8));
        db.store("prices", NotedEuros.class);
    }

    private static final class Earlier {
        record Money(String currency, int amount) {}

        record Price(Money price) {}
    }

    private static final class Copied {
        record Amount(String currency, int amount) {}

        record Cost(Amount price) {}
    }

    /** Scripts lead to copies of the program's record, whose classes are called otherwise. */
    @Test
    void theProgramsOwnRecordIsTakenWhereTheScriptLedToACopyOfIt() {
        DB.set(db.store("prices", Earlier.Price.class), "tea", new Earlier.Price(new Earlier.Money("EUR", 7)));
        Migrator.of(db, Changes.of(2, "same", change("prices", Copied.Cost.class)))
                .run();

        assertThat(DB.count(db.store("prices", Earlier.Price.class))).isEqualTo(1);
    }
}
