package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Opens the engine that a location asks for. */
public final class Engines {
    private static final String SQLITE_URL = "jdbc:sqlite:";
    private static final String POSTGRESQL_URL = "jdbc:postgresql:";

    private Engines() {}

    /** Opens a file, or what a JDBC URL names; throws {@link CannotOpen}. */
    public static Engine open(String location, Settings settings) {
        if (location.startsWith(SQLITE_URL)) {
            return open(location.substring(SQLITE_URL.length()), settings);
        }
        if (location.startsWith(POSTGRESQL_URL)) {
            return PostgresEngine.open(location, settings);
        }
        if (location.startsWith("jdbc:")) {
            throw new CannotOpen(
                    PostgresPool.withoutSecrets(location),
                    "there is no engine for such a URL; give a file's path, such as \"app.db\", or a URL such as"
                            + " \"jdbc:postgresql://host/database\"",
                    null);
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

    /**
     * Opens the PostgreSQL database that a source of connections leads to, which stays the caller's to close; throws
     * {@link CannotOpen}.
     */
    public static Engine open(DataSource source, Settings settings) {
        return PostgresEngine.open(source, settings);
    }

    /** Opens an empty database that lives as long as it is open. */
    public static Engine inMemory(Settings settings) {
        return SqliteEngine.inMemory(settings);
    }
}
