package dev.quarry.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write that would give two records the same value in components that are unique. */
public final class UniqueViolation extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final List<String> fields;
    private final String key;

    /** Reports the components and the key of the refused record. */
    public UniqueViolation(String store, List<String> fields, String key, @Nullable Throwable cause) {
        super(
                "the record '" + key + "' has the same " + String.join(", ", fields) + " as another record of store '"
                        + store + "', where that is unique; nothing was written",
                cause);
        this.store = store;
        this.fields = List.copyOf(fields);
        this.key = key;
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The components that are unique together. */
    public List<String> fields() {
        return fields;
    }

    /** The key of the record that was to be written. */
    public String key() {
        return key;
    }
}
