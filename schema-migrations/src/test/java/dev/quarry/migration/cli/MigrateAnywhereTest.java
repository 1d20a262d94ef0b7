package dev.quarry.migration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.migration.cli.V2__split_name.Before;
import dev.quarry.migration.cli.V2__split_name.Person;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
        return place == Place.FILE ? "people.db" : "postgres";
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
        assertThat(out).containsPattern("done").containsPattern("undone");
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
