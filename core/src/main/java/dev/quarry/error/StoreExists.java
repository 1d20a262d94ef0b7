package dev.quarry.error;

/** A name that another store has. */
public final class StoreExists extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;

    /** Reports the name. */
    public StoreExists(String store) {
        super("there is a store '" + store + "' already; drop it first (db.drop), or choose another name");
        this.store = store;
    }

    /** The name. */
    public String store() {
        return store;
    }
}
