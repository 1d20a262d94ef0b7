package dev.quarry.error;

/** A call on a database that was closed. */
public final class DatabaseClosed extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;

    /** Reports the database. */
    public DatabaseClosed(String location) {
        super("the database " + location + " is closed; use its stores inside the try block that opens it");
        this.location = location;
    }

    /** The file or URL. */
    public String location() {
        return location;
    }
}
