package dev.quarry.migration;

import static dev.quarry.migration.Steps.change;
import static dev.quarry.migration.Steps.index;
import static dev.quarry.migration.Steps.rename;
import static dev.quarry.migration.Steps.require;
import static dev.quarry.migration.Steps.splitStore;
import static dev.quarry.migration.Steps.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.StoreOption;
import dev.quarry.migration.error.InvalidScript;
import dev.quarry.testing.Place;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistakes in the code of scripts, each told with the script that makes it. */
@ParameterizedClass
@EnumSource(Place.class)
@SuppressWarnings("NullAway")
final class InvalidScriptsTest extends OpenDatabase {
    record Before(String name, int number) {}

    record After(String title, int number) {}

    @BeforeEach
    void fill() {
        DB.set(db.store("notes", Before.class), "a", new Before("one", 1));
    }

    /** Its changes are what a function gives. */
    private static final class V2__listed extends Changes {
        private final Supplier<@Nullable List<Change>> listed;

        private V2__listed(Supplier<@Nullable List<Change>> listed) {
            this.listed = listed;
        }

        @Override
        protected List<Change> changes() {
            return listed.get();
        }
    }

    /** A script with these steps, of which the first one is right. */
    private static V2__listed steps(Supplier<@Nullable Step> step) {
        return new V2__listed(() -> List.of(change("notes", After.class, rename("name", "title"), step.get())));
    }

    /** What a plan says, a dry run, a run and nothing else but that. */
    private InvalidScript refused(Script script) {
        Migrator migrator = Migrator.of(db, script);
        InvalidScript invalid = catchThrowableOfType(InvalidScript.class, migrator::plan);
        assertThat(invalid).isNotNull();
        assertThat(invalid.script()).isEqualTo(script.getClass().getName());
        assertThat(catchThrowableOfType(InvalidScript.class, migrator::dryRun)).hasMessage(invalid.getMessage());
        assertThat(catchThrowableOfType(InvalidScript.class, migrator::run)).hasMessage(invalid.getMessage());
        assertThat(migrator.history()).isEmpty();
        assertThat(DB.get(db.store("notes", Before.class), "a")).contains(new Before("one", 1));
        return invalid;
    }

    @Test
    void anIndexOverNothing() {
        InvalidScript invalid = refused(steps(() -> index()));
        assertThat(invalid.reason())
                .isEqualTo("a script with index() is none: it names no component; name one at least");
        assertThat(invalid).hasCauseInstanceOf(InvalidScript.class);
        assertThat(refused(steps(() -> unique())).reason()).startsWith("a script with unique() is none: it names no");
    }

    @Test
    void nullThatStandsForNull() {
        assertThat(refused(steps(() -> require("title", null))).reason())
                .contains("require(\"title\", null)", "null cannot stand for null", "requireComputed");
    }

    @Test
    void partsThatAreNone() {
        assertThat(refused(new V2__listed(() -> List.of(splitStore("notes")))).reason())
                .startsWith("a script with splitStore(\"notes\") is none: it names no part(…)");
    }

    @Test
    void nullInPlaceOfWhatIsAskedFor() {
        assertThat(refused(new V2__listed(() -> null)).reason())
                .isEqualTo("its changes() gave null; give a list, which may be empty");
        assertThat(refused(new V2__listed(() -> Arrays.asList((Change) null))).reason())
                .isEqualTo("one of its changes is null; leave it out");
        assertThat(refused(steps(() -> null))).hasCauseInstanceOf(NullPointerException.class);
        assertThat(refused(new V2__listed(() -> List.of(change(null, After.class))))
                        .reason())
                .isEqualTo("its changes() threw java.lang.NullPointerException: store; correct it");
    }

    @Test
    void changesThatThrow() {
        InvalidScript invalid = refused(new V2__listed(() -> {
            throw new IllegalStateException("no list today");
        }));
        assertThat(invalid.reason())
                .isEqualTo("its changes() threw java.lang.IllegalStateException: no list today; correct it");
        assertThat(invalid).hasCauseInstanceOf(IllegalStateException.class);
    }

    /** Its store and its options are given. */
    private static final class V2__converting extends Migration<Before, After> {
        private final @Nullable List<StoreOption<After>> options;

        private V2__converting(@Nullable String store, @Nullable List<StoreOption<After>> options) {
            super(store);
            this.options = options;
        }

        @Override
        public After up(Before old) {
            return new After(old.name(), old.number());
        }

        @Override
        public List<StoreOption<After>> options() {
            return options;
        }
    }

    @Test
    void aMigrationWithoutStoreOrOptions() {
        assertThat(refused(new V2__converting("notes", null)).reason())
                .isEqualTo("its options() gave null; give a list, which may be empty");
        InvalidScript nowhere = catchThrowableOfType(InvalidScript.class, () -> new V2__converting(null, List.of()));
        assertThat(nowhere.script()).isEqualTo(V2__converting.class.getName());
        assertThat(nowhere.reason()).contains("null for its store", "super(…)");
    }

    @Test
    void aScriptWithoutAClassIsNamedByItsVersion() {
        Changes nameless = new Changes() {
            @Override
            public int version() {
                return 2;
            }

            @Override
            public String description() {
                return "nameless";
            }

            @Override
            protected List<Change> changes() {
                throw new IllegalStateException("no list today");
            }
        };
        assertThat(catchThrowableOfType(
                                InvalidScript.class,
                                () -> Migrator.of(db, nameless).plan())
                        .script())
                .isEqualTo("version 2 (nameless)");
    }
}
