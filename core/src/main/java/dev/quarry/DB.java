package dev.quarry;

import dev.quarry.engine.Engines;
import dev.quarry.engine.Settings;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The verbs. All are static, take the store first and are thread-safe; each is one transaction. What a verb returns is the
 * caller's own; what it throws is a {@link dev.quarry.error.DatastoreException}, and then nothing was written. No argument
 * may be null.
 */
public final class DB extends QueryVerbs {
    private DB() {}

    /**
     * Opens a database: an SQLite file, which is created if there is none, or what a URL names.
     *
     * @param location a file's path, or a URL such as {@code jdbc:sqlite:app.db} or {@code jdbc:postgresql://host/app}
     * @throws dev.quarry.error.CannotOpen if that is not possible
     */
    public static Database open(String location, OpenOption... options) {
        Objects.requireNonNull(location, "location");
        Settings settings = OpenOption.settings(options);
        return new Database(Engines.open(location, settings), settings.readOnly(), OpenOption.schemaFiles(options));
    }

    /**
     * Opens the PostgreSQL database that a source of connections leads to. The source stays the caller's: closing the database does
     * not close it.
     *
     * @param source gives a connection whenever it is asked; a pool is worth having
     * @throws dev.quarry.error.CannotOpen if that is not possible
     */
    public static Database open(DataSource source, OpenOption... options) {
        Objects.requireNonNull(source, "source");
        Settings settings = OpenOption.settings(options);
        return new Database(Engines.open(source, settings), settings.readOnly(), OpenOption.schemaFiles(options));
    }

    /** Opens an empty database in memory; closing it deletes it. */
    public static Database inMemory(OpenOption... options) {
        return new Database(Engines.inMemory(OpenOption.settings(options)), false, OpenOption.schemaFiles(options));
    }
}
