package dev.quarry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.migration.error.InvalidScript;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that the class path lists, and what it lists and is none. */
final class ListedScriptsTest {
    @TempDir
    Path directory;

    /** A script that does nothing. */
    private abstract static class Nothing extends Changes {
        @Override
        protected List<Change> changes() {
            return List.of();
        }
    }

    public static final class V2__right extends Nothing {}

    public static final class V3__hidden extends Nothing {
        private V3__hidden() {}
    }

    static final class V3__unpublic extends Nothing {}

    private static final class V3__private extends Nothing {
        public V3__private() {}
    }

    public abstract static class V3__abstract extends Nothing {
        public V3__abstract() {}
    }

    public static final class V3__asking extends Nothing {
        public V3__asking(int number) {
            assertThat(number).isZero();
        }
    }

    public static final class V3__throwing extends Nothing {
        public V3__throwing() {
            throw new IllegalStateException("no connection");
        }
    }

    public static final class V3__other {}

    public static final class Nameless extends Nothing {}

    private InvalidScript invalid(String... names) throws Exception {
        try (ListedClasses listed = new ListedClasses(directory, names);
                Database db = DB.inMemory()) {
            assertThat(listed).isNotNull();
            InvalidScript invalid = catchThrowableOfType(InvalidScript.class, () -> Migrator.discovered(db));
            assertThat(invalid).isNotNull();
            return invalid;
        }
    }

    @Test
    void whatIsListedIsFound() throws Exception {
        try (ListedClasses listed = new ListedClasses(directory, V2__right.class.getName());
                Database db = DB.inMemory()) {
            assertThat(listed).isNotNull();
            assertThat(Migrator.discovered(db).status().pending())
                    .extracting(MigrationStatus.ScriptStatus::description)
                    .containsExactly("right");
        }
    }

    @Test
    void whatCannotBeMadeIsNamedWithWhatAScriptNeeds() throws Exception {
        for (String name : List.of(
                V3__hidden.class.getName(),
                V3__unpublic.class.getName(),
                V3__asking.class.getName(),
                V3__other.class.getName(),
                "missing.V3__nowhere")) {
            InvalidScript invalid = invalid(V2__right.class.getName(), name);
            assertThat(invalid.script()).isEqualTo("what META-INF/services/dev.quarry.migration.Script lists");
            assertThat(invalid.reason())
                    .contains(name)
                    .contains("is public and not abstract, and has a public constructor without parameters");
            assertThat(invalid).hasCauseInstanceOf(ServiceConfigurationError.class);
        }
    }

    @Test
    void soIsWhatOnlyTurnsOutWhenItIsMade() throws Exception {
        for (Class<?> type : List.of(V3__private.class, V3__abstract.class)) {
            InvalidScript invalid = invalid(type.getName());
            assertThat(invalid.script()).isEqualTo(type.getName());
            assertThat(invalid.reason()).startsWith("it cannot be made; a script that is listed ");
        }
    }

    @Test
    void aConstructorThatThrowsIsTheCause() throws Exception {
        InvalidScript invalid = invalid(V3__throwing.class.getName());
        assertThat(invalid.script()).isEqualTo(V3__throwing.class.getName());
        assertThat(invalid.reason())
                .isEqualTo(
                        "its constructor threw java.lang.IllegalStateException: no connection; correct it, or take it from the list");
        assertThat(invalid).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNameThatSaysNoVersionIsRefusedAlike() throws Exception {
        assertThat(invalid(Nameless.class.getName()).script()).isEqualTo(Nameless.class.getName());
    }
}
