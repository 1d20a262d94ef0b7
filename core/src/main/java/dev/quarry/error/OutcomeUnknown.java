package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/**
 * A write whose connection was lost before the database could say whether it had been done, and which could not be asked about
 * within the time-out either.
 */
public final class OutcomeUnknown extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;

    /** Reports the database. */
    public OutcomeUnknown(String location, @Nullable Throwable cause) {
        super(
                "the connection to " + location
                        + " was lost while it was written, and the server could not be asked what"
                        + " became of the write, so it is not known whether it was done; read what it was to write, or do it again if it may be done twice",
                cause);
        this.location = location;
    }

    /** The file or URL. */
    public String location() {
        return location;
    }
}
