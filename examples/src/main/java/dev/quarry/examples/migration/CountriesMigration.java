package dev.quarry.examples.migration;

import static dev.quarry.Options.limit;
import static dev.quarry.Options.orderBy;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.error.SchemaLocked;
import dev.quarry.examples.migration.V2__split_name.Before;
import dev.quarry.migration.DryRun;
import dev.quarry.migration.MigrationRun;
import dev.quarry.migration.Migrator;
import dev.quarry.migration.Undone;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.history.HistoryEntry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Migrates 250 countries from version 1 of a program to version 2, with a failure on the way, and back. */
public final class CountriesMigration {
    private final Database db;
    private final PrintStream console;
    private final Migrator migrator;

    private CountriesMigration(Database db, PrintStream console) {
        this.db = db;
        this.console = console;
        this.migrator = Migrator.discovered(db).withApplication("countries 2.0");
    }

    /**
     * Runs the example.
     *
     * @param arguments the file for the database; a new one in the directory for temporary files if none is given
     */
    public static void main(String[] arguments) throws IOException {
        Path file = arguments.length > 0
                ? Path.of(arguments[0])
                : Files.createTempDirectory("quarry-migration").resolve("countries.db");
        run(file, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Runs the example on a file that is not there yet. */
    static void run(Path file, PrintStream console) {
        try (Database db = DB.open(file.toString())) {
            CountriesMigration example = new CountriesMigration(db, console);
            example.asVersion1();
            example.refused();
            example.plan();
            example.failure();
            example.migrate();
            example.asVersion2();
            example.undo();
        }
    }

    private void asVersion1() {
        Map<String, Before> countries = CountriesOfVersion1.read();
        Datastore<Before> store = db.store("countries", Before.class);
        DB.setAll(store, countries);
        DB.set(store, "XXX", new Before(new Before.Name("Nowhere", "Nowhere"), "", null, Map.of(), 0));
        say("Version 1 has stored %d countries:", DB.count(store));
        DB.get(store, "CHE").ifPresent(country -> say("  %s", country));
    }

    private void refused() {
        say("%nVersion 2 does not open them:");
        try {
            db.store("countries", Country.class);
        } catch (SchemaLocked e) {
            e.differences().forEach(difference -> say("  %s", difference));
        }
    }

    private void plan() {
        say("%nThe plan:");
        migrator.plan().describe().lines().forEach(line -> say("  %s", line));
    }

    private void failure() {
        say("%nA dry run finds what would fail, and a run fails there:");
        DryRun dry = migrator.dryRun();
        say("  %d records converted, %d refused", dry.records(), dry.failureCount());
        dry.failures().forEach(failure -> say("  %s", failure.describe()));
        try {
            migrator.run();
        } catch (MigrationFailed e) {
            say("  run failed at key %s of store %s", e.key(), e.store());
        }
        Datastore<Before> untouched = db.store("countries", Before.class);
        say("  the store is as it was: %d countries of version 1", DB.count(untouched));
        DB.delete(untouched, "XXX");
    }

    private void migrate() {
        say("%nWithout that record:");
        MigrationRun run = migrator.run();
        run.scripts()
                .forEach(script ->
                        say("  version %d, %s: %d records", script.version(), script.description(), script.records()));
        run.backup().ifPresent(backup -> say("  the backup is %s", backup));
    }

    private void asVersion2() {
        Datastore<Country> store = db.store("countries", Country.class);
        say("%nVersion 2 has %d countries, and asks for some of Northern Europe:", DB.count(store));
        String code = "EU-NE";
        List<Country> found = DB.query(store, c -> c.regionCode().equals(code), orderBy(Country::commonName), limit(3));
        found.forEach(country -> say("  %s", country));
        say("Version 1 does not open the store any more:");
        try {
            db.store("countries", Before.class);
        } catch (SchemaLocked e) {
            say("  %d differences, since %s", e.differences().size(), e.origin().orElse("?"));
        }
    }

    private void undo() {
        Undone undone = migrator.undo();
        say("%nAn undo goes back from version %d to %d:", undone.from(), undone.to());
        say("  %d countries of version 1", DB.count(db.store("countries", Before.class)));
        say("The history keeps all of it:");
        for (HistoryEntry entry : migrator.history()) {
            say(
                    "  run %d, version %d, %-6s %3d records, by %s, backup %s",
                    entry.run(),
                    entry.version(),
                    entry.outcome(),
                    entry.records(),
                    entry.detail().application(),
                    entry.backup().orElse("none"));
        }
    }

    private void say(String format, Object... values) {
        console.printf(format + "%n", values);
    }
}
