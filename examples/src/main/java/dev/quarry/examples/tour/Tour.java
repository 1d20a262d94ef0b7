package dev.quarry.examples.tour;

import dev.quarry.DB;
import dev.quarry.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Loads 173,032 records into a new database and asks thirteen questions. */
public final class Tour {
    private Tour() {}

    /**
     * Runs the tour.
     *
     * @param arguments the file for the database; a new one in the directory for temporary files if none is given
     */
    public static void main(String[] arguments) throws IOException {
        Path file = arguments.length > 0
                ? Path.of(arguments[0])
                : Files.createTempDirectory("quarry-tour").resolve("world.db");
        run(file, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Runs the tour on a file, which must not hold other stores of these names. */
    static World run(Path file, PrintStream console) {
        try (Database db = DB.open(file.toString())) {
            World world = World.open(db);
            console.printf("Loading cities, countries and earthquakes into %s%n", file);
            world.load(console);
            console.printf(Locale.ROOT, "%,d records are in the file.%n", world.size());
            new Questions(world, new Report(console)).askAll();
            return world;
        }
    }
}
