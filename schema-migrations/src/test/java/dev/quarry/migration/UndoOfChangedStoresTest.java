package dev.quarry.migration;

import static dev.quarry.Options.index;
import static dev.quarry.Options.unique;
import static dev.quarry.migration.Steps.renameStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.annotation.Default;
import dev.quarry.migration.V2__split_name.Before;
import dev.quarry.migration.V2__split_name.Person;
import dev.quarry.migration.error.UndoRefused;
import dev.quarry.testing.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An undo of stores that have been written to, or have got another schema, since the run. */
@ParameterizedClass
@EnumSource(Place.class)
final class UndoOfChangedStoresTest extends OpenDatabase {
    private static final Before ADA = new Before("Ada Lovelace", 36, "London");

    record Pet(String name) {}

    @BeforeEach
    void fill() {
        DB.set(people(), "ada", ADA);
        DB.set(people(), "ada", ADA);
        DB.set(db.store("pets", Pet.class), "rex", new Pet("Rex"));
    }

    private Datastore<Before> people() {
        return db.store("people", Before.class, index(Before::age), unique(Before::name));
    }

    private Migrator migrator() {
        return Migrator.of(db, new V2__split_name());
    }

    record Share(
            String given,
            String family,
            double age,
            @Nullable String city) {}

    record Noted(
            String given,
            String family,
            int age,
            @Nullable String city,
            @Nullable String note) {}

    private String refusal() {
        UndoRefused refused =
                catchThrowableOfType(UndoRefused.class, () -> migrator().undo());
        assertThat(refused.reasons()).hasSize(1);
        return refused.reasons().get(0);
    }

    /** What a compatible change copies or renews is the same store in another table. */
    @Test
    void aStoreWhoseTableWasCopiedSinceIsGivenBackIfThatIsMeant() {
        migrator().run();
        db.store("people", Share.class);

        assertThat(refusal())
                .isEqualTo("store 'people' has another schema since the run (component 'age' was widened from int to"
                        + " double), which an undo takes back; if that is meant, say so (LaterWrites.DISCARD)");

        assertThat(migrator().undo(LaterWrites.DISCARD).lost()).hasSize(1);
        assertThat(DB.getAllWithKeys(people())).isEqualTo(Map.of("ada", ADA));
    }

    @Test
    void aChangeOfTheSchemaIsToldFromWrites() {
        migrator().run();
        Datastore<Noted> noted = db.store("people", Noted.class);
        assertThat(refusal()).contains("component 'note' was added").doesNotContain("written");

        DB.set(noted, "alan", new Noted("Alan", "Turing", 41, null, "?"));

        assertThat(migrator().undo(LaterWrites.DISCARD).lost())
                .hasSize(2)
                .anyMatch(line -> line.contains("component 'note' was added"))
                .anyMatch(line -> line.contains("has been written to since the run (1 records then, 2 now)"));
        assertThat(DB.keys(people())).containsExactly("ada");
    }

    @Test
    void aStoreThatWasEmptiedAndTookAnotherRecordIsGivenBackIfThatIsMeant() {
        migrator().run();
        DB.deleteAll(db.store("people", Person.class));
        DB.set(people(), "eve", ADA);

        assertThatThrownBy(migrator()::undo)
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("the store was empty and took another shape")
                .hasMessageContaining("(1 records then, 1 now)");
        migrator().undo(LaterWrites.DISCARD);

        assertThat(DB.keys(people())).containsExactly("ada");
    }

    @Test
    void aRecordThatWasDeletedAndWrittenAnewIsALaterWrite() {
        migrator().run();
        Datastore<Person> persons = db.store("people", Person.class);
        DB.delete(persons, "ada");
        DB.set(persons, "ada", new Person("Ada", "Byron", 19, null));
        DB.set(persons, "ada", new Person("Ada", "Byron", 19, null));

        assertThat(refusal()).contains("has been written to since the run (1 records then, 1 now)");
    }

    @Test
    void aStoreThatWasRenamedByARunAndChangedSinceGetsItsNameBack() {
        record Kind(@Nullable String name, @Default("0") double weight) {}
        record Weight(String name, @Default("0") int weight) {}
        db.store("pets", Weight.class);
        Migrator renaming = Migrator.of(db, Changes.of(2, "animals", renameStore("pets", "animals")));
        renaming.run();
        db.store("animals", Kind.class);

        assertThat(renaming.undo().lost()).isEmpty();

        assertThat(DB.get(db.store("pets", Kind.class), "rex")).contains(new Kind("Rex", 0));
    }
}
