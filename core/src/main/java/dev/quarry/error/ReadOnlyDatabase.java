package dev.quarry.error;

/** A write to a database that was opened to be read only. */
public final class ReadOnlyDatabase extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;

    /** Reports the database. */
    public ReadOnlyDatabase(String location) {
        super(
                location
                        + " was opened with readOnly(), so nothing is written; open it without readOnly() where it is written to");
        this.location = location;
    }

    /** The file or URL. */
    public String location() {
        return location;
    }
}
