package dev.quarry.error;

import java.util.List;

/** A field that the store's record does not have. */
public final class UnknownField extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final String field;
    private final List<String> known;

    /** Reports a field and the ones that there are. */
    public UnknownField(String store, String field, List<String> known) {
        super("the record of store '" + store + "' has no component '" + field + "'; it has "
                + String.join(", ", known));
        this.store = store;
        this.field = field;
        this.known = List.copyOf(known);
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The field as given. */
    public String field() {
        return field;
    }

    /** The fields that there are. */
    public List<String> known() {
        return known;
    }
}
