package dev.quarry;

import dev.quarry.engine.Engines;
import dev.quarry.engine.Settings;
import java.util.Objects;

/**
 * The verbs. All are static, take the store first and are thread-safe; each is one transaction. What a verb returns is the
 * caller's own; what it throws is a {@link dev.quarry.error.DatastoreException}, and then nothing was written. No argument
 * may be null.
 */
public final class DB extends QueryVerbs {
    private DB() {}

    /**
     * Opens a database, creating the file if there is none.
     *
     * @param location a file's path, or a URL such as {@code jdbc:sqlite:app.db}
     * @throws dev.quarry.error.CannotOpen if that is not possible
     */
    public static Database open(String location, OpenOption... options) {
        Objects.requireNonNull(location, "location");
        Settings settings = OpenOption.settings(options);
        return new Database(Engines.open(location, settings), settings.readOnly(), OpenOption.schemaFiles(options));
    }

    /** Opens an empty database in memory; closing it deletes it. */
    public static Database inMemory(OpenOption... options) {
        return new Database(Engines.inMemory(OpenOption.settings(options)), false, OpenOption.schemaFiles(options));
    }
}
