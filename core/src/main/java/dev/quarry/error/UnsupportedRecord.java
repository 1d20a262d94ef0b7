package dev.quarry.error;

/** A class that cannot be stored as a record. */
public final class UnsupportedRecord extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String reason;

    /** Reports the class and the reason. */
    public UnsupportedRecord(String record, String reason) {
        super(record + " cannot be stored: " + reason);
        this.record = record;
        this.reason = reason;
    }

    /** The class. */
    public String record() {
        return record;
    }

    /** Why not, and what to do. */
    public String reason() {
        return reason;
    }
}
