package dev.quarry.error;

/** An index or unique rule that cannot be kept. */
public final class InvalidIndex extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final String fields;
    private final String reason;

    /** Reports the components and the reason. */
    public InvalidIndex(String store, String fields, String reason) {
        super("no index of " + fields + " in store '" + store + "': " + reason);
        this.store = store;
        this.fields = fields;
        this.reason = reason;
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The components as given. */
    public String fields() {
        return fields;
    }

    /** Why not. */
    public String reason() {
        return reason;
    }
}
