package dev.quarry.error;

/** A component of a type that no store holds. */
public final class UnsupportedType extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;
    private final String type;

    /** Reports the component and its type. */
    public UnsupportedType(String record, String field, String type) {
        super("component '" + field + "' of " + record + " is " + type
                + ", which no store holds; use String, int, long, double, boolean,"
                + " Instant, UUID, an enum, List<String>, Map<String, String>, or a record of these");
        this.record = record;
        this.field = field;
        this.type = type;
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component. */
    public String field() {
        return field;
    }

    /** Its type as written. */
    public String type() {
        return type;
    }
}
