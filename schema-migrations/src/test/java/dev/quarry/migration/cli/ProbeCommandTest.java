package dev.quarry.migration.cli;

import static dev.quarry.Options.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.engine.Capability;
import dev.quarry.testing.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code migrate probe}, and copying into a database that it found to lack something. */
final class ProbeCommandTest {
    record Note(String text) {}

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int migrate(String... arguments) {
        CommandLine line = Migrate.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void aServerThatLacksSomethingIsToldByName() {
        assertThat(migrate("probe", "--database", PostgresServer.newMinimalDatabase()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("texts in the order of their code points +yes")
                .containsPattern("triggers +no, done without +.*CREATE FUNCTION is not known here")
                .containsPattern("open it with DB.open\\(url, without\\(.*TRIGGERS.*\\)\\)");
    }

    @Test
    void whereThereIsNoServerTheReasonIsSaid() {
        assertThat(migrate("probe", "--database", "jdbc:postgresql://localhost:1/none"))
                .isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(err.toString()).contains("jdbc:postgresql://localhost:1/none");
    }

    @Test
    void aCopyIsMadeWithoutWhatTheTargetLacks() {
        String from = directory.resolve("from.db").toString();
        try (Database db = DB.open(from)) {
            DB.set(db.store("notes", Note.class), "k", new Note("a"));
        }
        String to = PostgresServer.newOwnDatabase();
        assertThat(migrate("copy", "--from", from, "--to", to, "--without", "TRIGGERS,ADVISORY_LOCKS"))
                .as(err.toString())
                .isZero();
        try (Database db = DB.open(to, without(Capability.TRIGGERS, Capability.ADVISORY_LOCKS))) {
            assertThat(DB.get(db.store("notes", Note.class), "k")).contains(new Note("a"));
        }
    }
}
