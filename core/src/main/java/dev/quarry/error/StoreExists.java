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

    private StoreExists(String store, String message) {
        super(message);
        this.store = store;
    }

    /** Reports a store of the target of a copy. */
    public static StoreExists inTheWayOfACopy(String store, String difference) {
        return new StoreExists(
                store,
                "the target has a store '" + store + "' already, which is not what is copied: " + difference
                        + "; drop it there (db.drop), or give it another name (db.rename), and copy again");
    }

    /** The name. */
    public String store() {
        return store;
    }
}
