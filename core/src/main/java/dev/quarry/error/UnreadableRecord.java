package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A stored row that does not make a record. */
public final class UnreadableRecord extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final String key;
    private final String reason;

    /** Reports the key and the reason. */
    public UnreadableRecord(String store, String key, String reason, @Nullable Throwable cause) {
        super(
                "the record '" + key + "' of store '" + store + "' cannot be read: " + reason
                        + "; other records are not affected. If a newer program wrote it, read it with that one."
                        + " Overwrite it (DB.set) or delete it (DB.delete)",
                cause);
        this.store = store;
        this.key = key;
        this.reason = reason;
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The row's key. */
    public String key() {
        return key;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }
}
