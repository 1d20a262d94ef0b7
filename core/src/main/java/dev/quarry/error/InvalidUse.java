package dev.quarry.error;

/** A verb that is not for where it was called. */
public final class InvalidUse extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    /** Reports what was done and what to do instead. */
    public InvalidUse(String reason, String remedy) {
        super(reason + "; " + remedy, null);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What was done. */
    public String reason() {
        return reason;
    }

    /** What to do instead. */
    public String remedy() {
        return remedy;
    }
}
