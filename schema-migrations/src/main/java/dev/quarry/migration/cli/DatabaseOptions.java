package dev.quarry.migration.cli;

import static dev.quarry.Options.readOnly;
import static dev.quarry.Options.timeout;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.OpenOption;
import dev.quarry.migration.Migrator;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which database, and how it is opened. */
final class DatabaseOptions {
    @Option(
            names = {"-d", "--database"},
            required = true,
            paramLabel = "FILE or URL",
            description = "the database's file, or a URL such as jdbc:postgresql://host/database")
    private String location = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "how long to wait for another writer (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--application",
            paramLabel = "NAME",
            description = "who runs it, for the history; the main class if it is not given")
    private String application = "";

    DatabaseOptions() {}

    /** What the output calls it. */
    String name() {
        return new Location(location).name();
    }

    /** Runs work that changes nothing. */
    <R> R reading(Function<Migrator, R> work) {
        return with(work, readOnly());
    }

    /** Runs work that may change something. */
    <R> R writing(Function<Migrator, R> work) {
        return with(work);
    }

    private <R> R with(Function<Migrator, R> work, OpenOption... options) {
        new Location(location).requireThere();
        OpenOption[] all = new OpenOption[options.length + 1];
        all[0] = timeout(Duration.ofSeconds(seconds));
        System.arraycopy(options, 0, all, 1, options.length);
        try (Database db = DB.open(location, all)) {
            Migrator migrator = Migrator.discovered(db);
            return work.apply(application.isEmpty() ? migrator : migrator.withApplication(application));
        }
    }
}
