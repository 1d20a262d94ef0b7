package dev.quarry.migration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.migration.Change;
import dev.quarry.migration.Changes;
import dev.quarry.migration.ListedClasses;
import dev.quarry.migration.Steps;
import dev.quarry.migration.cli.V2__split_name.Before;
import dev.quarry.migration.cli.V2__split_name.Person;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MigrateTest {
    @TempDir
    Path directory;

    private Path file = Path.of("");
    private String out = "";
    private String err = "";

    @BeforeEach
    void fill() {
        file = directory.resolve("people.db");
        set("ada", "Ada Lovelace");
        set("alan", "Alan Turing");
    }

    private void set(String key, String name) {
        try (Database db = DB.open(file.toString())) {
            DB.set(db.store("people", Before.class), key, new Before(name));
        }
    }

    private int migrate(String... arguments) {
        StringWriter outWriter = new StringWriter();
        StringWriter errWriter = new StringWriter();
        CommandLine command = Migrate.commandLine();
        command.setOut(new PrintWriter(outWriter, true));
        command.setErr(new PrintWriter(errWriter, true));
        int code = command.execute(arguments);
        out = outWriter.toString();
        err = errWriter.toString();
        return code;
    }

    private int on(String command, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = command;
        arguments[1] = "--database";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return migrate(arguments);
    }

    @Test
    void statusBeforeAndAfter() {
        assertThat(on("status")).isZero();
        assertThat(out).isEqualTo("""
                        people.db has had no script yet
                          version  state    since  description
                          2        pending  -      split name
                        """);
        on("run");
        assertThat(on("status")).isZero();
        assertThat(out)
                .startsWith("people.db is at version 2\n")
                .containsPattern("  2        applied  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ  split name\n");
    }

    @Test
    void planDryRunRunHistoryUndo() {
        assertThat(on("plan")).isZero();
        assertThat(out)
                .startsWith("people.db, from version 1 to 2\nversion 2, split name\n  store 'people': 2 records");

        assertThat(on("dry-run")).isZero();
        assertThat(out)
                .containsPattern("from version 1 to 2: 2 records converted in \\d+\\.\\d\\d s, and taken back")
                .containsPattern("disk: [\\d.]+ MB needed, [\\d.,]+ MB free")
                .endsWith("a run would succeed\n");

        assertThat(on("run", "--application", "shop 1.2")).isZero();
        assertThat(out)
                .startsWith("people.db is migrated from version 1 to 2\n  version 2, split name: 2 records in ")
                .containsPattern("the backup is people\\.db\\.\\d{8}T\\d{6}Z-v1\\.backup\n$");
        try (Database db = DB.open(file.toString())) {
            assertThat(DB.get(db.store("people", Person.class), "ada")).contains(new Person("Ada", "Lovelace"));
        }
        assertThat(on("run")).isZero();
        assertThat(out).isEqualTo("nothing to do: people.db is at version 2\n");
        assertThat(on("dry-run")).isZero();
        assertThat(out).isEqualTo("nothing to do: the database is at version 2\n");

        assertThat(on("undo")).isZero();
        assertThat(out).isEqualTo("people.db is back from version 2 to 1\n  as before the run: people\n");

        assertThat(on("history")).isZero();
        assertThat(out)
                .containsPattern(
                        "  1    2        done     .* 2 +.*, shop 1\\.2 +people\\.db\\..*\\.backup +split name\n")
                .containsPattern("  1    2        undone   ");
    }

    @Test
    void anUndoThatWouldLoseWritesHasToBeAskedForTwice() {
        on("run");
        try (Database db = DB.open(file.toString())) {
            DB.set(db.store("people", Person.class), "new", new Person("New", "One"));
        }
        assertThat(on("undo")).isEqualTo(ExitCodes.REFUSED);
        assertThat(err).contains("(2 records then, 3 now)");

        assertThat(on("undo", "--discard-later-writes")).isZero();
        assertThat(out).contains("lost: store 'people' has been written to since the run");
    }

    @Test
    void aDatabaseOfALaterProgramIsDeclaredToBe() {
        try (Database db = DB.open(file.toString())) {
            DB.deleteAll(db.store("people", Before.class));
            DB.set(db.store("people", Person.class), "ada", new Person("Ada", "Lovelace"));
        }
        assertThat(on("plan")).isEqualTo(ExitCodes.REFUSED);
        assertThat(out).contains("this cannot run:");
        assertThat(on("run")).isEqualTo(ExitCodes.REFUSED);
        assertThat(on("baseline", "2")).isZero();
        assertThat(out).isEqualTo("people.db is declared to be at version 2 (1 script it need not run)\n");
        assertThat(on("run")).isZero();
    }

    @Test
    void aFileThatIsNotThereIsNotMade() {
        Path absent = directory.resolve("absent.db");
        assertThat(migrate("run", "--database", absent.toString())).isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(err).contains("there is no such file");
        assertThat(absent).doesNotExist();
    }

    @Test
    void aUrlOfAFileIsTakenForTheFile() {
        assertThat(migrate("status", "--database", "jdbc:sqlite:" + file)).isZero();
        assertThat(out).startsWith("people.db has had no script yet\n");

        Path absent = directory.resolve("absent.db");
        for (String location : List.of("jdbc:sqlite:" + absent, ":memory:", "jdbc:sqlite::memory:")) {
            for (String command : List.of("status", "run")) {
                assertThat(migrate(command, "--database", location)).isEqualTo(ExitCodes.UNAVAILABLE);
                assertThat(err).contains(location).contains("there is no such file");
            }
        }
        assertThat(absent).doesNotExist();
    }

    /** A script that only renames. */
    public static final class V2__renamed extends Changes {
        /** For the service loader. */
        public V2__renamed() {}

        @Override
        protected List<Change> changes() {
            return List.of(Steps.renameStore("people", "persons"));
        }
    }

    /** A script that is none. */
    public static final class V2__wrong extends Changes {
        /** For the service loader. */
        public V2__wrong() {}

        @Override
        protected List<Change> changes() {
            return List.of(Steps.change("people", Person.class, Steps.index()));
        }
    }

    @Test
    void aPlanSaysWhetherThereIsABackup() throws Exception {
        on("plan");
        assertThat(out).endsWith("all of it is one transaction, behind a backup; undo takes it back\n");
        try (ListedClasses listed = new ListedClasses(directory, V2__renamed.class.getName())) {
            assertThat(listed).isNotNull();
            on("plan");
            assertThat(out)
                    .endsWith(
                            "all of it is one transaction, without a backup since no record is converted; undo takes it"
                                    + " back\n");
            on("run");
            assertThat(out).doesNotContain("backup");
        }
    }

    @Test
    void aMistakeInAScriptIsToldWithoutAStackTrace() throws Exception {
        try (ListedClasses listed = new ListedClasses(directory, V2__wrong.class.getName())) {
            assertThat(listed).isNotNull();
            assertThat(on("plan")).isEqualTo(ExitCodes.REFUSED);
            assertThat(err)
                    .isEqualTo("error: " + V2__wrong.class.getName()
                            + " is no migration script: a script with index() is none: it names no component; name one at"
                            + " least\n");
        }
        try (ListedClasses listed = new ListedClasses(directory, "missing.V2__nowhere")) {
            assertThat(listed).isNotNull();
            assertThat(on("run")).isEqualTo(ExitCodes.REFUSED);
            assertThat(err).contains("missing.V2__nowhere not found").doesNotContain("\tat ");
        }
    }

    @Test
    void aWrongCommandLineSaysHowToUseIt() {
        assertThat(migrate("run")).isEqualTo(ExitCodes.USAGE);
        assertThat(err).contains("--database");
        assertThat(migrate("--help")).isZero();
        assertThat(out).contains("dry-run", "undo", "Exit codes:");
    }
}
