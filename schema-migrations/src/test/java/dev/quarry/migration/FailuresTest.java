package dev.quarry.migration;

import static dev.quarry.Options.unique;
import static dev.quarry.migration.Steps.add;
import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.changeKey;
import static dev.quarry.migration.Steps.convert;
import static dev.quarry.migration.Steps.inside;
import static dev.quarry.migration.Steps.insideEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.StoreOption;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    record Inner(int number) {}

    record Before(String name, int age, Inner inner, List<Inner> list) {}

    record After(String name, String age) {
        After {
            if (age.equals("refused")) {
                throw new IllegalArgumentException("an age that is no number");
            }
        }
    }

    record Same(String name, int age, Inner inner, List<Inner> list) {}

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private Database db;

    private Map<String, Before> records = Map.of();

    @BeforeEach
    void fill() {
        site = place.in(directory);
        db = DB.open(site.location());
        Datastore<Before> people = db.store("people", Before.class);
        DB.set(people, "a", new Before("Ada", 36, new Inner(1), List.of(new Inner(1), new Inner(2))));
        DB.set(people, "b", new Before("Bob", 41, new Inner(2), List.of(new Inner(3))));
        records = DB.getAllWithKeys(people);
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** The failure, after which nothing but the history has changed. */
    private MigrationFailed failure(Script script) {
        MigrationFailed failed = catchThrowableOfType(
                MigrationFailed.class, () -> Migrator.of(db, script).run());
        assertThat(failed).isNotNull();
        assertThat(failed.store()).isEqualTo("people");
        assertThat(failed.version()).isEqualTo(2);
        assertThat(failed).hasMessageContaining("'" + failed.key() + "'").hasMessageContaining("nothing was changed");
        assertThat(DB.getAllWithKeys(db.store("people", Before.class))).isEqualTo(records);
        assertThat(db.stores()).hasSize(1);
        List<HistoryEntry> history = Migrator.of(db, script).history();
        assertThat(history).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(entry.records()).isZero();
            assertThat(entry.detail().failure())
                    .hasValueSatisfying(words -> assertThat(words).contains(failed.reason()));
        });
        return failed;
    }

    private abstract static class ToAfter extends Migration<Before, After> {
        ToAfter() {
            super("people");
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public String description() {
            return "a test";
        }
    }

    @Test
    void aConverterThatThrows() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                if (old.age() > 40) {
                    throw new IllegalStateException("too old");
                }
                return new After(old.name(), "");
            }
        });
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.reason()).isEqualTo("the script's code threw java.lang.IllegalStateException: too old");
        assertThat(failed).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    @SuppressWarnings("InfiniteRecursion")
    void aConverterThatOverflowsTheStack() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return up(old);
            }
        });
        assertThat(failed).hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aConverterThatGivesNoRecord() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return null;
            }
        });
        assertThat(failed.reason()).isEqualTo("up() gave null instead of a record");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullInAComponentThatMustHaveAValue() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return new After(null, "");
            }
        });
        assertThat(failed.field()).contains("name");
        assertThat(failed.reason()).contains("would be null");
    }

    @Test
    void aTextThatNoStoreHolds() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return new After("\0", "");
            }
        });
        assertThat(failed.field()).contains("name");
    }

    @Test
    void aKeyThatIsNone() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return new After(old.name(), "");
            }

            @Override
            public String key(String key, Before old) {
                return "";
            }
        });
        assertThat(failed.reason()).contains("it is empty");
    }

    @Test
    void aKeyOfAnotherRecord() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return new After(old.name(), "");
            }

            @Override
            public String key(String key, Before old) {
                return "same";
            }
        });
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.reason()).isEqualTo("its new key 'same' is that of the record 'a' of store 'people' already");
    }

    @Test
    void aRuleThatTwoRecordsBreak() {
        MigrationFailed failed = failure(new ToAfter() {
            @Override
            public After up(Before old) {
                return new After("same", old.name());
            }

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
        db.generations().engine().connections().write(session -> {
            String table = db.generations().table(session, "people");
            session.executeOnce("update \"" + table + "\" set \"list\" = '{}' where \"#key\" = 'b'");
            return table;
        });
        MigrationFailed failed = catchThrowableOfType(
                MigrationFailed.class,
                () -> Migrator.of(db, new ToAfter() {
                            @Override
                            public After up(Before old) {
                                return new After(old.name(), "");
                            }
                        })
                        .run());
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.reason()).contains("'list' holds JSON of another kind");
    }

    @Test
    void aStepNamesItsComponent() {
        MigrationFailed failed = failure(Changes.of(
                2, "a test", change("people", Same.class, convert("age", (Integer age) -> 100 / (age - 41)))));
        assertThat(failed.key()).isEqualTo("b");
        assertThat(failed.field()).contains("age");
        assertThat(failed.reason()).contains("for 'age' threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void aStepInsideARecordNamesThePlace() {
        Step bad = convert("number", (Integer number) -> 1 / (number - 3));
        assertThat(failure(Changes.of(2, "a test", change("people", Same.class, insideEach("list", bad))))
                        .field())
                .contains("list[0].number");
    }

    @Test
    void aStepInsideANestedRecordNamesThePlace() {
        Step bad = convert("number", (Integer number) -> 1 / (number - 2));
        assertThat(failure(Changes.of(2, "a test", change("people", Same.class, inside("inner", bad))))
                        .field())
                .contains("inner.number");
    }

    @Test
    void aStepThatGivesAValueOfAnotherType() {
        MigrationFailed failed = failure(Changes.of(
                2, "a test", change("people", Same.class, convert("age", (Integer age) -> (long) age))));
        assertThat(failed.field()).contains("age");
        assertThat(failed.reason()).isEqualTo("'age' is Integer, and a Long was given for it");
    }

    @Test
    void aStepThatGivesNullWhereThereMustBeAValue() {
        MigrationFailed failed = failure(
                Changes.of(2, "a test", change("people", Same.class, convert("name", (String name) -> absent()))));
        assertThat(failed.field()).contains("name");
    }

    private static @Nullable String absent() {
        return null;
    }

    @Test
    void aStepThatAsksForWhatIsNotThere() {
        record Named(String name, int age, Inner inner, List<Inner> list, String more) {}
        MigrationFailed failed = failure(Changes.of(
                2, "a test", change("people", Named.class, add("more", row -> row.get("nam", String.class)))));
        assertThat(failed.field()).contains("more");
        assertThat(failed.reason()).contains("there is no component 'nam'; there are name, age, inner, list");
    }

    @Test
    void aNewRecordWhoseConstructorRefuses() {
        MigrationFailed failed = failure(Changes.of(
                2,
                "a test",
                change(
                        "people",
                        After.class,
                        convert("age", (Integer age) -> "refused"),
                        Steps.remove("inner"),
                        Steps.remove("list"))));
        assertThat(failed.reason()).contains("an age that is no number");
    }

    @Test
    void aStepThatGivesNoKey() {
        MigrationFailed failed = failure(
                Changes.of(2, "a test", change("people", Same.class, changeKey((key, row) -> key.repeat(2_000)))));
        assertThat(failed.reason()).contains("it has 2000 characters");
    }

    @Test
    void afterAFailureTheCorrectedScriptRuns() {
        failure(Changes.of(2, "a test", change("people", Same.class, convert("age", (Integer age) -> (long) age))));

        Script corrected =
                Changes.of(2, "a test", change("people", Same.class, convert("age", (Integer age) -> age + 1)));
        Migrator migrator = Migrator.of(db, corrected);
        assertThat(migrator.status().pending()).hasSize(1);
        migrator.run();
        assertThat(migrator.history()).extracting(HistoryEntry::outcome).containsExactly(Outcome.FAILED, Outcome.DONE);
        assertThat(migrator.history()).extracting(HistoryEntry::run).containsExactly(1L, 2L);
    }
}
