package dev.quarry.error;

/** A store that is not there, or no longer. */
public final class StoreMissing extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;

    private StoreMissing(String store, String message) {
        super(message);
        this.store = store;
    }

    /** A store that was there when its handle was made. */
    public static StoreMissing sinceOpened(String store) {
        return new StoreMissing(
                store,
                "the store '" + store
                        + "' is not there any more as it was opened: it was dropped, a migration gave its records another"
                        + " shape, or its record was changed while it was empty, or in a way that its programs cannot"
                        + " follow while they run. Open it again with db.store(…)");
    }

    /** A name that no store has. */
    public static StoreMissing named(String store) {
        return new StoreMissing(store, "there is no store '" + store + "'; db.stores() lists those that there are");
    }

    /** The store. */
    public String store() {
        return store;
    }
}
