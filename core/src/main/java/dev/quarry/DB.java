package dev.quarry;

import dev.quarry.engine.Engines;
import dev.quarry.engine.Settings;
import dev.quarry.store.Copying;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The verbs. All are static, take the store first and are thread-safe; each is one transaction. What a verb returns is the
 * caller's own; what it throws is a {@link dev.quarry.error.DatastoreException}, and then nothing was written, unless it is
 * {@link dev.quarry.error.OutcomeUnknown}, which only a write to a server can throw. No argument may be null.
 *
 * <p>A filter gives exactly the records for which its lambda, run in the JVM, would return true. A record on which the
 * lambda would throw is not one of them, and never fails the query unless {@link Options#strict()} is given. Records come in no
 * order unless one is asked for; a limit implies key order. Every verb that takes a filter throws
 * {@link dev.quarry.error.FilterNotCompiled} if Quarry's compiler did not see it, {@link dev.quarry.error.FilterOutdated} if
 * the code or the record changed since, and {@link dev.quarry.error.FilterNotOnEngine} or
 * {@link dev.quarry.error.MissingCapability} if the database of the store cannot say it.
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

    /**
     * Copies all stores, as they are at one moment, into another database, which may be of another engine: records with their keys
     * and versions, indexes, the history of schemas and of migrations, without the backups of these. The number of records and a
     * digest of all of them are compared in the end, store by store.
     *
     * <p>A copy that was interrupted, or failed, keeps what it has and goes on there when it is called again; stores that are there
     * already are compared. Where the source has changed since, the copy is what the source is now; what was begun of a store that
     * the source no longer has is dropped. The target's own stores stay.
     *
     * @param progress told how far it is
     * @return the stores that are there now, by name
     * @throws dev.quarry.error.StoreExists if the target has another store of a name: other records, indexes or schemas
     * @throws dev.quarry.error.CopyFailed if a copy is not what was copied, or another copy into the same database overtook it
     */
    public static List<CopiedStore> copy(Database from, Database to, CopyProgress progress) {
        return new Copying(from.engine(), to.engine(), progress::at)
                .run().stream()
                        .map(store -> new CopiedStore(store.store(), store.records(), store.digest()))
                        .toList();
    }

    /** The same without being told of progress. */
    public static List<CopiedStore> copy(Database from, Database to) {
        return copy(from, to, (store, done, total) -> {});
    }
}
