package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Opens the engine that a location asks for. */
public final class Engines {
    private static final String SQLITE_URL = "jdbc:sqlite:";
    private static final String IN_MEMORY = ":memory:";
    private static final String POSTGRESQL_URL = "jdbc:postgresql:";
    /** {@code postgres://…} and the like, which are no paths; one letter can be a drive. */
    private static final Pattern OTHER_URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://");

    private Engines() {}

    /** Opens a file, or what a JDBC URL names; throws {@link CannotOpen}. */
    public static Engine open(String location, Settings settings) {
        Optional<String> local = local(location);
        if (local.isPresent()) {
            return local.get().equals(IN_MEMORY) ? inMemory(settings) : SqliteEngine.open(path(local.get()), settings);
        }
        if (location.startsWith(POSTGRESQL_URL)) {
            return PostgresEngine.open(location, settings);
        }
        throw new CannotOpen(
                withoutSecrets(location),
                "there is no engine for such a URL; give a file's path, such as \"app.db\", or a URL such as"
                        + " \"jdbc:postgresql://host/database?user=…&password=…\"",
                null);
    }

    /** The file that a location names, which need not be there; empty if it names none. Throws {@link CannotOpen} if it is no path. */
    public static Optional<Path> file(String location) {
        return local(location).filter(local -> !local.equals(IN_MEMORY)).map(Engines::path);
    }

    /** Whether a server has the database, and not a file or this program's memory. */
    public static boolean isServer(String location) {
        return local(location).isEmpty();
    }

    /** A location without what may hold a password. */
    public static String withoutSecrets(String location) {
        return isServer(location) ? PostgresPool.withoutSecrets(location) : location;
    }

    /** What stands for a database of this machine; empty if a server has it. */
    private static Optional<String> local(String location) {
        if (location.startsWith(SQLITE_URL)) {
            return Optional.of(location.substring(SQLITE_URL.length()));
        }
        return location.startsWith("jdbc:") || OTHER_URL.matcher(location).lookingAt()
                ? Optional.empty()
                : Optional.of(location);
    }

    private static Path path(String local) {
        if (local.isBlank()) {
            throw new CannotOpen("''", "no file is named; give a path such as \"app.db\", or use DB.inMemory()", null);
        }
        try {
            return Path.of(local);
        } catch (InvalidPathException e) {
            throw new CannotOpen(local, "this is not a path: " + e.getReason(), e);
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
