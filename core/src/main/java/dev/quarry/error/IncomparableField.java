package dev.quarry.error;

/** A component whose values are equal in Java by a rule that no database has. */
public final class IncomparableField extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final String field;
    private final String type;
    private final String reason;

    /** Reports a component, its type and the reason. */
    public IncomparableField(String store, String field, String type, String reason) {
        super("component '" + field + "' of store '" + store + "' is " + type + ", which is not compared with a value: "
                + reason);
        this.store = store;
        this.field = field;
        this.type = type;
        this.reason = reason;
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The component. */
    public String field() {
        return field;
    }

    /** The component's type as written in Java. */
    public String type() {
        return type;
    }

    /** Why not, and what to do. */
    public String reason() {
        return reason;
    }
}
