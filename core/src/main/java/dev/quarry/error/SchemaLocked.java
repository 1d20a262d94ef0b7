package dev.quarry.error;

import java.util.List;

/** A record that changed while its store holds data. */
public final class SchemaLocked extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final List<String> differences;

    /** Reports the store and the differences. */
    public SchemaLocked(String store, List<String> differences) {
        super("store '" + store + "' holds records of another shape, so its schema is locked:\n  "
                + String.join("\n  ", differences)
                + "\nnothing was changed; put the record back as it was, open the new record as a store of another name, or empty"
                + " the store with the old record (DB.deleteAll), which unlocks it");
        this.store = store;
        this.differences = List.copyOf(differences);
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** What is different, one line each. */
    public List<String> differences() {
        return differences;
    }
}
