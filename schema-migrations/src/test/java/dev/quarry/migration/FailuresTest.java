package dev.quarry.migration;

import static dev.quarry.Options.unique;
import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.changeKey;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.inside;
import static dev.quarry.migration.Steps.insideEach;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.StoreOption;
import dev.quarry.migration.PeopleToMigrate.Inner;
import dev.quarry.migration.PeopleToMigrate.Person;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a script cannot convert stops the run, is named, and leaves everything as it was. */
@ParameterizedClass
@EnumSource(Place.class)
final class FailuresTest {
    record After(String name, String age) {
        After {
            if (age.equals("refused")) {
                throw new IllegalArgumentException("an age that is no number");
            }
        }
    }

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private PeopleToMigrate people;

    @BeforeEach
    void fill() {
        people = new PeopleToMigrate(place.in(directory).location());
    }

    @AfterEach
    void close() {
        people.close();
    }

    /** A script whose converter is a function. */
    private static class ToAfter extends Migration<Person, After> {
        private final Function<Person, After> up;

        ToAfter(Function<Person, After> up) {
            super("people");
            this.up = up;
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public String description() {
            return "a test";
        }

        @Override
        public After up(Person old) {
            return up.apply(old);
        }
    }

    private static After withoutAge(Person old) {
        return new After(old.name(), "");
    }

    /** How the script with these steps fails. */
    private MigrationFailed failure(Class<? extends Record> record, Step... steps) {
        return people.failure(script(record, steps));
    }

    private static Script script(Class<? extends Record> record, Step... steps) {
        return Changes.of(2, "a test", change("people", record, steps));
    }

    @Test
    void aConverterThatThrows() {
        MigrationFailed failed = people.failure(new ToAfter(old -> {
            if (old.age() > 40) {
                throw new IllegalStateException("too old");
            }
            return withoutAge(old);
        }));
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.reason()).isEqualTo("the script's code threw java.lang.IllegalStateException: too old");
        assertThat(failed).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static After endless(Person old) {
        return endless(old);
    }

    @Test
    void aConverterThatOverflowsTheStack() {
        MigrationFailed failed = people.failure(new ToAfter(FailuresTest::endless));
        assertThat(failed).hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aConverterThatGivesNoRecord() {
        MigrationFailed failed = people.failure(new ToAfter(old -> null));
        assertThat(failed.reason()).isEqualTo("up() gave null instead of a record");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullInAComponentThatMustHaveAValue() {
        MigrationFailed failed = people.failure(new ToAfter(old -> new After(null, "")));
        assertThat(failed.field()).contains("name");
        assertThat(failed.reason()).contains("would be null");
    }

    @Test
    void aTextThatNoStoreHolds() {
        MigrationFailed failed = people.failure(new ToAfter(old -> new After("\0", "")));
        assertThat(failed.field()).contains("name");
    }

    @Test
    void aKeyThatIsNone() {
        MigrationFailed failed = people.failure(new ToAfter(FailuresTest::withoutAge) {
            @Override
            public String key(String key, Person old) {
                return "";
            }
        });
        assertThat(failed.reason()).contains("it is empty");
    }

    /** What the key says is no component. */
    @Test
    void aKeyThatSpeaksOfAComponent() {
        MigrationFailed failed = people.failure(new ToAfter(FailuresTest::withoutAge) {
            @Override
            public String key(String key, Person old) {
                return "component 'x' \0";
            }
        });
        assertThat(failed.field()).isEmpty();
        assertThat(failed.reason()).contains("U+0000 at index 14 cannot be stored");
    }

    @Test
    void aKeyOfAnotherRecord() {
        MigrationFailed failed = people.failure(new ToAfter(FailuresTest::withoutAge) {
            @Override
            public String key(String key, Person old) {
                return "same";
            }
        });
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.reason()).isEqualTo("its new key 'same' is that of the record 'a' of store 'people' already");
    }

    @Test
    void aRuleThatTwoRecordsBreak() {
        MigrationFailed failed = people.failure(new ToAfter(old -> new After("same", old.name())) {
            @Override
            public List<StoreOption<After>> options() {
                return List.of(unique(After::name));
            }
        });
        assertThat(failed.key()).isEqualTo("a");
        assertThat(failed.field()).contains("name");
        assertThat(failed.reason())
                .isEqualTo("it would have the same name as 'b', where that is to be unique (2 records agree)");
    }

    @Test
    void aStoredRecordThatIsDamaged() {
        people.damage("b", "list", "{}");

        MigrationFailed failed = people.runFails(new ToAfter(FailuresTest::withoutAge));

        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.reason()).contains("'list' holds JSON of another kind");
    }

    @Test
    void aStepNamesItsComponent() {
        MigrationFailed failed = failure(Person.class, convert("age", (Integer age) -> 100 / (age - 41)));
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.field()).contains("age");
        assertThat(failed.reason()).contains("for 'age' threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void aStepInsideARecordNamesThePlace() {
        Step bad = convert("number", (Integer number) -> 1 / (number - 3));
        assertThat(failure(Person.class, insideEach("list", bad)).field()).contains("list[0].number");
    }

    @Test
    void aStepInsideANestedRecordNamesThePlace() {
        Step bad = convert("number", (Integer number) -> 1 / (number - 2));
        assertThat(failure(Person.class, inside("inner", bad)).field()).contains("inner.number");
    }

    @Test
    void aStepThatGivesAValueOfAnotherType() {
        MigrationFailed failed = failure(Person.class, convert("age", (Integer age) -> (long) age));
        assertThat(failed.field()).contains("age");
        assertThat(failed.reason()).isEqualTo("'age' is Integer, and a Long was given for it");
    }

    @Test
    void aStepThatGivesNullWhereThereMustBeAValue() {
        MigrationFailed failed = failure(Person.class, convert("name", (String name) -> absent()));
        assertThat(failed.field()).contains("name");
    }

    private static @Nullable String absent() {
        return null;
    }

    @Test
    void aStepThatAsksForWhatIsNotThere() {
        record Named(String name, int age, Inner inner, List<Inner> list, String more) {}
        MigrationFailed failed = failure(Named.class, add("more", row -> row.get("nam", String.class)));
        assertThat(failed.field()).contains("more");
        assertThat(failed.reason()).contains("there is no component 'nam'; there are name, age, inner, list");
    }

    @Test
    void aNewRecordWhoseConstructorRefuses() {
        MigrationFailed failed = failure(
                After.class, convert("age", (Integer age) -> "refused"), Steps.remove("inner"), Steps.remove("list"));
        assertThat(failed.reason()).contains("an age that is no number");
    }

    @Test
    void aStepThatGivesNoKey() {
        MigrationFailed failed = failure(Person.class, changeKey((key, row) -> key.repeat(2_000)));
        assertThat(failed.reason()).contains("it has 2000 characters");
    }

    @Test
    void afterAFailureTheCorrectedScriptRuns() {
        failure(Person.class, convert("age", (Integer age) -> (long) age));

        Migrator migrator = people.migrator(script(Person.class, convert("age", (Integer age) -> age + 1)));
        assertThat(migrator.status().pending()).hasSize(1);
        migrator.run();
        assertThat(migrator.history()).extracting(HistoryEntry::outcome).containsExactly(Outcome.FAILED, Outcome.DONE);
        assertThat(migrator.history()).extracting(HistoryEntry::run).containsExactly(1L, 2L);
    }
}
