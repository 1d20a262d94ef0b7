package dev.quarry.migration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.migration.Migrator;
import dev.quarry.migration.cli.V2__split_name.Before;
import dev.quarry.migration.cli.V2__split_name.Person;
import dev.quarry.testing.Place;
import dev.quarry.testing.Site;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** {@code migrate copy}. */
@ParameterizedClass
@EnumSource(Place.class)
final class CopyCommandTest {
    record Note(String text) {}

    @Parameter
    Place place;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int copy(String from, String to) {
        CommandLine line = Migrate.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute("copy", "--from", from, "--to", to, "--progress", "always");
    }

    @Test
    void allStoresAndTheHistoryOfMigrationsAreThere() {
        Site from = place.in(directory, "from");
        Site to = (place == Place.FILE ? Place.POSTGRESQL : Place.FILE).in(directory, "to");
        try (Database db = DB.open(from.location())) {
            DB.setAll(db.store("notes", Note.class), Map.of("a", new Note("one"), "b", new Note("two")));
            DB.set(db.store("people", Before.class), "ada", new Before("Ada Lovelace"));
            Migrator.of(db, new V2__split_name()).run();
        }

        assertThat(copy(from.location(), to.location())).isZero();

        assertThat(out.toString())
                .containsPattern("notes +2 ")
                .containsPattern("people +1 ")
                .endsWith("all of it is there, and the same\n");
        assertThat(err.toString()).contains("copy notes").contains("100%");
        try (Database db = DB.open(to.location())) {
            assertThat(DB.getAllWithKeys(db.store("notes", Note.class)))
                    .isEqualTo(Map.of("a", new Note("one"), "b", new Note("two")));
            assertThat(DB.get(db.store("people", Person.class), "ada")).contains(new Person("Ada", "Lovelace"));
            assertThat(Migrator.of(db, new V2__split_name()).status().pending()).isEmpty();
            assertThat(Migrator.of(db, new V2__split_name()).history()).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        String missing = directory.resolve("missing.db").toString();

        assertThat(copy(missing, place.in(directory, "to").location())).isEqualTo(ExitCodes.UNAVAILABLE);

        assertThat(err.toString()).contains(missing).contains("there is no such file");
        assertThat(copy("jdbc:sqlite:" + missing, place.in(directory, "to").location()))
                .isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(Path.of(missing)).doesNotExist();
    }
}
