package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A database that cannot be opened. */
public final class CannotOpen extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final String reason;

    /** Reports the place and the reason. */
    public CannotOpen(String location, String reason, @Nullable Throwable cause) {
        super("cannot open " + location + ": " + reason, cause);
        this.location = location;
        this.reason = reason;
    }

    /** The file or URL as given. */
    public String location() {
        return location;
    }

    /** Why not, and what to do. */
    public String reason() {
        return reason;
    }
}
