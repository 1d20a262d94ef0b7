package dev.quarry.error;

/** A null where the record declares none. */
public final class NullComponent extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;

    /** Reports the record and the component that is null. */
    public NullComponent(String record, String field) {
        super("component '" + field + "' of " + record
                + " is null, and it is not marked @Nullable; give it a value, or declare it "
                + "@Nullable (org.jspecify.annotations.Nullable)");
        this.record = record;
        this.field = field;
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component, or the place inside it: {@code tags[2]}. */
    public String field() {
        return field;
    }
}
