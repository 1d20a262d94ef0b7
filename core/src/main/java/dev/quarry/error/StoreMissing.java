package dev.quarry.error;

/** A store that is not there, or no longer. */
public final class StoreMissing extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;

    /** Reports the store. */
    public StoreMissing(String store) {
        super("there is no store '" + store
                + "' with this record any more; it was dropped, renamed or changed by somebody else. Open it"
                + " again with db.store(…)");
        this.store = store;
    }

    /** The store. */
    public String store() {
        return store;
    }
}
