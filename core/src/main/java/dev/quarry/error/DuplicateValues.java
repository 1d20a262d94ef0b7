package dev.quarry.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique rule that the records already in a store break. */
public final class DuplicateValues extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final List<String> fields;

    /** Reports the components that repeat. */
    public DuplicateValues(String store, List<String> fields, @Nullable Throwable cause) {
        super(
                "store '" + store + "' holds records with the same " + String.join(", ", fields)
                        + ", so it cannot be made unique; change those records first, or leave the rule out",
                cause);
        this.store = store;
        this.fields = List.copyOf(fields);
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The components that were to be unique together. */
    public List<String> fields() {
        return fields;
    }
}
