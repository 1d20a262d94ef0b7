package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.annotation.Default;
import dev.quarry.annotation.Indexed;
import dev.quarry.error.SchemaLocked;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.testing.Place;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts beside what a store takes without one. */
@ParameterizedClass
@EnumSource(Place.class)
final class EvolvingScriptsTest extends OpenDatabase {
    record First(String name) {}

    record Second(
            String name,
            @Nullable String nick,
            @Default("7") int age) {}

    record Third(String called, @Nullable String nick, int age) {}

    record Blob(byte[] data, String name) {}

    record Checked(String name) {
        Checked {
            if (name.startsWith("b")) {
                throw new AssertionError("no name begins with b");
            }
        }
    }

    /** From the record of the version before. */
    static final class V2__called extends Migration<Second, Third> {
        V2__called() {
            super("people");
        }

        @Override
        public Third up(Second old) {
            return new Third(old.name(), old.nick(), old.age());
        }
    }

    /** There and back. */
    static final class V2__shouted extends Migration<Blob, Blob> {
        V2__shouted() {
            super("blobs");
        }

        @Override
        public Blob up(Blob old) {
            return new Blob(old.data().clone(), old.name() + "!");
        }

        @Override
        public Optional<Blob> down(Blob record) {
            if (record.name().startsWith("c")) {
                throw new AssertionError("there is no way back");
            }
            return Optional.of(new Blob(
                    record.data().clone(),
                    record.name().replace("!", record.name().startsWith("b") ? "?" : "")));
        }
    }

    @Test
    void aStoreThatMissedAVersionTakesItsAdditionsWhenItIsOpenedWithTheScriptsRecord() {
        DB.set(db.store("people", First.class), "ada", new First("Ada"));
        Migrator migrator = Migrator.of(db, new V2__called());

        assertThatThrownBy(migrator::run)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("component 'nick' was added")
                .hasMessageContaining("db.store(\"people\", Second.class)");

        db.store("people", Second.class);
        migrator.run();
        assertThat(DB.getAllWithKeys(db.store("people", Third.class)))
                .isEqualTo(Map.of("ada", new Third("Ada", null, 7)));
    }

    @Test
    void recordsOfTheOldShapeThatCameAfterTheirScriptAreConvertedAfterAnUndo() {
        Datastore<Second> before = db.store("people", Second.class);
        Migrator migrator = Migrator.of(db, new V2__called());
        migrator.run();
        DB.set(before, "ada", new Second("Ada", null, 36));
        assertThatThrownBy(() -> db.store("people", Third.class)).isInstanceOf(SchemaLocked.class);
        assertThatThrownBy(migrator::run)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("undo that run, and run it again");

        migrator.undo();
        migrator.run();

        assertThat(DB.getAll(db.store("people", Third.class))).containsExactly(new Third("Ada", null, 36));
    }

    @Test
    void theRecordThatAScriptLeadsToMayGoOnChanging() {
        DB.set(db.store("people", First.class), "ada", new First("Ada"));
        record Named(String called) {}
        record Renamed(@Indexed String called, @Nullable String more) {}
        Migrator.of(db, Changes.of(2, "called", change("people", Named.class, rename("name", "called"))))
                .run();
        Migrator later =
                Migrator.of(db, Changes.of(2, "called", change("people", Renamed.class, rename("name", "called"))));

        assertThat(later.status().problems()).isEmpty();
        assertThat(later.run().scripts()).isEmpty();
        assertThat(DB.getAll(db.store("people", Renamed.class))).containsExactly(new Renamed("Ada", null));
    }

    @Test
    void aPlanNamesWhatWasLeftOutBeforeAndGoesNow() {
        record Two(String name, @Nullable Double weight) {}
        DB.set(db.store("people", Second.class), "ada", new Second("Ada", "countess", 36));
        db.store("people", Two.class);

        assertThat(Migrator.of(db, Changes.of(2, "named", change("people", First.class, Steps.remove("weight"))))
                        .plan()
                        .describe())
                .contains("component 'nick', which was left out before, goes with its values")
                .contains("component 'age', which was left out before")
                .doesNotContain("component 'name', which");
    }

    @Test
    void theWayBackIsComparedByWhatIsStored() {
        DB.setAll(
                db.store("blobs", Blob.class),
                Map.of(
                        "a", new Blob(new byte[] {1}, "a"),
                        "b", new Blob(new byte[] {2}, "b"),
                        "c", new Blob(new byte[] {3}, "c")));

        DryRun dry = Migrator.of(db, new V2__shouted()).dryRun();

        assertThat(dry.failures()).isEmpty();
        assertThat(dry.notReversible()).isEqualTo(2);
    }

    @Test
    void aConstructorThatAssertsIsNamedWithItsRecord() {
        DB.setAll(db.store("people", First.class), Map.of("a", new First("ann"), "b", new First("bob")));
        Migrator migrator = Migrator.of(db, Changes.of(2, "checked", change("people", Checked.class)));

        assertThat(migrator.dryRun().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.describe()).contains("'b'", "no name begins with b"));
        assertThatThrownBy(migrator::run)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("'b'")
                .hasMessageContaining("no name begins with b");
        assertThat(migrator.history()).hasSize(1);
    }
}
