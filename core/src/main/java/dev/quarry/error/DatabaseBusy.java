package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A write that waited for another writer for too long. */
public final class DatabaseBusy extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;

    /** Reports the database. */
    public DatabaseBusy(String location, @Nullable Throwable cause) {
        super(
                location
                        + " was being written by another writer, in this program or another, for longer than the time-out, so"
                        + " nothing was written; try again, or open the database with a longer timeout(…)",
                cause);
        this.location = location;
    }

    /** The file or URL. */
    public String location() {
        return location;
    }
}
