package dev.quarry.error;

/** A cursor that does not belong to the page that is asked for. */
public final class InvalidCursor extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String cursor;
    private final String reason;

    /** Reports the cursor and the reason. */
    public InvalidCursor(String cursor, String reason) {
        super("the cursor '" + cursor + "' cannot be used: " + reason
                + "; pass a cursor back unchanged, with the same ordering as the"
                + " page that gave it, or start again without one");
        this.cursor = cursor;
        this.reason = reason;
    }

    /** The cursor as given. */
    public String cursor() {
        return cursor;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }
}
