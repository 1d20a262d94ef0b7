package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A call that waited for too long: a write for another writer, or whatever it was for a connection of a pool. Nothing was done. */
public final class DatabaseBusy extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;

    /** Reports the database, which another writer was writing. */
    public DatabaseBusy(String location, @Nullable Throwable cause) {
        this(
                location,
                "was being written by another writer, in this program or another, for longer than the time-out, so nothing was"
                        + " written; try again, or open the database with a longer timeout(…)",
                cause);
    }

    private DatabaseBusy(String location, String reason, @Nullable Throwable cause) {
        super(location + " " + reason, cause);
        this.location = location;
    }

    /** Reports the file, which as many others were reading as may at once. */
    public static DatabaseBusy forWantOfReaders(String location) {
        return new DatabaseBusy(
                location,
                "was being read by as many threads as may at once, for longer than the time-out; keep snapshots and transactions"
                        + " short, and let them not wait for other threads",
                null);
    }

    /** Reports the database, all of whose connections were in use. */
    public static DatabaseBusy forWantOfConnections(String location, Throwable cause) {
        return new DatabaseBusy(
                location,
                "had no connection free for longer than the time-out, so nothing was done; call it from fewer threads at once, or"
                        + " open it with a DataSource that has more connections; its pool says: " + cause.getMessage(),
                cause);
    }

    /** The file or URL. */
    public String location() {
        return location;
    }
}
