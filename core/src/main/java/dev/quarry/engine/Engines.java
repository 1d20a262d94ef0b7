package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens the engine that a location asks for. */
public final class Engines {
    private static final String SQLITE_URL = "jdbc:sqlite:";

    private Engines() {}

    /** Opens a file, or what a JDBC URL names; throws {@link CannotOpen}. */
    public static Engine open(String location, Settings settings) {
        if (location.startsWith(SQLITE_URL)) {
            return open(location.substring(SQLITE_URL.length()), settings);
        }
        if (location.startsWith("jdbc:")) {
            throw new CannotOpen(
                    location, "this version opens SQLite files only; give a file's path, such as \"app.db\"", null);
        }
        if (location.equals(":memory:")) {
            return inMemory(settings);
        }
        if (location.isBlank()) {
            throw new CannotOpen("''", "no file is named; give a path such as \"app.db\", or use DB.inMemory()", null);
        }
        try {
            return SqliteEngine.open(Path.of(location), settings);
        } catch (InvalidPathException e) {
            throw new CannotOpen(location, "this is not a path: " + e.getReason(), e);
        }
    }

    /** Opens an empty database that lives as long as it is open. */
    public static Engine inMemory(Settings settings) {
        return SqliteEngine.inMemory(settings);
    }
}
