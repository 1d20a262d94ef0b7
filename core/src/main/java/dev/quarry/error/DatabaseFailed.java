package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A failure inside the database engine: a full disk, a damaged file, lost permissions. */
public final class DatabaseFailed extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final String reason;

    /** Reports the database and what its engine said. */
    public DatabaseFailed(String location, String reason, @Nullable Throwable cause) {
        super(location + " failed: " + reason + "; what had been written before is still there", cause);
        this.location = location;
        this.reason = reason;
    }

    /** The file or URL. */
    public String location() {
        return location;
    }

    /** What the engine said. */
    public String reason() {
        return reason;
    }
}
