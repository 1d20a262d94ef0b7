package dev.quarry.migration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.migration.Failure;
import dev.quarry.migration.cli.V2__split_name.Before;
import dev.quarry.migration.cli.V2__split_name.Person;
import dev.quarry.testing.ChildProgram;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The command line on a file and on a server, which is given by its URL. */
@ParameterizedClass
@EnumSource(Place.class)
final class MigrateAnywhereTest {
    @Parameter
    Place place;

    @TempDir
    Path directory;

    private Site site;
    private String out = "";
    private String err = "";

    @BeforeEach
    void fill() {
        site = place.in(directory, "people");
        try (Database db = DB.open(site.location())) {
            DB.set(db.store("people", Before.class), "ada", new Before("Ada Lovelace"));
        }
    }

    private int on(String command, String... more) {
        StringWriter outWriter = new StringWriter();
        StringWriter errWriter = new StringWriter();
        CommandLine line = Migrate.commandLine();
        line.setOut(new PrintWriter(outWriter, true));
        line.setErr(new PrintWriter(errWriter, true));
        String[] arguments = new String[more.length + 3];
        arguments[0] = command;
        arguments[1] = "--database";
        arguments[2] = site.location();
        System.arraycopy(more, 0, arguments, 3, more.length);
        int code = line.execute(arguments);
        out = outWriter.toString();
        err = errWriter.toString();
        return code;
    }

    private String name() {
        return site.named().substring(site.named().lastIndexOf('/') + 1);
    }

    @Test
    void planDryRunRunAndUndo() {
        assertThat(on("plan")).isZero();
        assertThat(out)
                .startsWith(name() + ", from version 1 to 2\n")
                .endsWith("all of it is one transaction, behind a backup; undo takes it back\n");
        assertThat(on("dry-run")).isZero();
        assertThat(out).endsWith("a run would succeed\n");
        assertThat(on("run")).isZero();
        assertThat(out)
                .startsWith(name() + " is migrated from version 1 to 2\n")
                .containsPattern("the backup is .*\\d{8}T\\d{6}Z-v1\\.backup\n$");
        try (Database db = DB.open(site.location())) {
            assertThat(DB.get(db.store("people", Person.class), "ada")).contains(new Person("Ada", "Lovelace"));
        }
        assertThat(on("undo")).isZero();
        assertThat(out).isEqualTo(name() + " is back from version 2 to 1\n  as before the run: people\n");
        assertThat(on("history")).isZero();
        assertThat(out)
                .containsPattern("  1    2        done     .* 1 +.*v1\\.backup\\)? +split name\n")
                .containsPattern("  1    2        undone   .* 0 +.* -  +split name\n");
    }

    @Test
    void aDatabaseThatSomebodyWritesIsBusy() throws SQLException {
        try (Connection other = site.connect();
                Statement statement = other.createStatement()) {
            site.lockForWriting(statement);
            for (String command : List.of("run", "dry-run")) {
                assertThat(on(command, "--timeout", "0")).isEqualTo(ExitCodes.UNAVAILABLE);
                assertThat(err).contains("was being written by another writer");
            }
            assertThat(on("status", "--timeout", "0")).isZero();
            statement.executeUpdate("rollback");
        }
        assertThat(on("run", "--timeout", "0")).isZero();
    }

    @Test
    void theHistoryNamesTheBackupsThatCanBeDeleted() {
        on("run");
        on("history");
        Matcher backup = Pattern.compile("\\S*\\d{8}T\\d{6}Z-v1\\.backup").matcher(out);
        assertThat(backup.find()).isTrue();

        assertThat(on("delete-backup", backup.group())).isZero();
        on("history");
        assertThat(out).contains("  gone (" + backup.group() + ")  split name\n");
    }

    @Test
    void aProgressBarEndsFull() {
        assertThat(on("run", "--progress", "always")).isZero();
        assertThat(err).contains("backup", "convert people 100%", "1/1 records", "check");
        assertThat(out).startsWith(name() + " is migrated");
    }

    @Test
    void aFailureIsReportedWithItsKeyAndLeavesTheStore() {
        try (Database db = DB.open(site.location())) {
            DB.set(db.store("people", Before.class), "plato", new Before("Plato"));
        }
        assertThat(on("dry-run")).isEqualTo(ExitCodes.FAILED);
        assertThat(out)
                .contains(
                        "  1 record is refused: the script's code or the new record's constructor threw\n",
                        "people 'plato': ",
                        "a run would fail");
        assertThat(on("run")).isEqualTo(ExitCodes.FAILED);
        assertThat(err).startsWith("error: version 2 (split name) stopped at the record 'plato' of store 'people'");
        assertThat(err).doesNotContain("\tat ");
        on("history");
        assertThat(out).contains("failed").contains("run 1 failed: version 2 (split name) stopped at");
        try (Database db = DB.open(site.location())) {
            assertThat(DB.count(db.store("people", Before.class))).isEqualTo(2);
        }
    }

    @Test
    void aDryRunSaysWhyItRefusesWhat() {
        try (Database db = DB.open(site.location())) {
            for (String key : List.of("plato", "socrates", "zeno")) {
                DB.set(db.store("people", Before.class), key, new Before(key + " "));
            }
        }
        assertThat(on("dry-run")).isEqualTo(ExitCodes.FAILED);
        assertThat(out)
                .contains(
                        "  3 records are refused: a value that has to be there would be null\n",
                        "people 'plato', family: 'family' of ");
    }

    @Test
    void eachReasonHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Failure.Reason.values()).map(DryRunCommand::words))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).matches("[a-z].* .*"));
    }

    @Test
    void theProgramEndsWithTheExitCode() throws Exception {
        Process status = program("status");
        assertThat(new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith(name() + " has had no script yet\n");
        assertThat(status.waitFor()).isEqualTo(ExitCodes.DONE);
        assertThat(program("baseline", "7").waitFor()).isEqualTo(ExitCodes.REFUSED);
    }

    private Process program(String command, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--database", site.location()));
        arguments.addAll(List.of(more));
        return ChildProgram.of(Migrate.class, arguments.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aDryRunTellsHowMuchOfTheDiskARunNeeds() {
        on("dry-run");
        assertThat(out)
                .containsPattern(
                        place == Place.FILE
                                ? "disk: [\\d.]+ MB needed, [\\d.,]+ MB free\n"
                                : "disk: [\\d.]+ MB needed, how much the server has free cannot be told\n");
    }

    @Test
    void backupsAreListedAndDeleted() {
        assertThat(on("backups")).isZero();
        assertThat(out).isEqualTo(name() + " has no backups\n");
        on("run");
        assertThat(on("backups")).isZero();
        String backup = out.strip();
        assertThat(backup).matches(".*\\d{8}T\\d{6}Z-v1\\.backup");

        assertThat(on("delete-backup", "another")).isEqualTo(ExitCodes.FAILED);
        assertThat(err).isEqualTo(name() + " has no backup another\n");
        assertThat(on("delete-backup", backup)).isZero();
        assertThat(out).isEqualTo("the backup " + backup + " is deleted\n");
        assertThat(on("backups")).isZero();
        assertThat(out).isEqualTo(name() + " has no backups\n");
        assertThat(on("undo")).isEqualTo(ExitCodes.REFUSED);
        assertThat(err).contains(backup + " is not there");
    }
}
