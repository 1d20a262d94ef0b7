package dev.quarry.error;

/**
 * A filter whose SQL says that its lambda throws for a record, for which the lambda in fact has an outcome: a mistake of
 * Quarry's. Only queries with {@code strict()} can notice it.
 */
public final class FilterMisjudged extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final String key;
    private final String filter;
    private final boolean outcome;

    /** Reports a record by its store and key, the filter as it is written, and what the lambda gave. */
    public FilterMisjudged(String store, String key, String filter, boolean outcome) {
        super("the SQL of the filter " + filter + " takes it to throw for the record '" + key + "' of the store '"
                + store
                + "', and the lambda is " + outcome
                + " for it; this is a mistake of Quarry's: please report the filter and"
                + " the record, and leave strict() out until it is mended");
        this.store = store;
        this.key = key;
        this.filter = filter;
        this.outcome = outcome;
    }

    /** The store's name. */
    public String store() {
        return store;
    }

    /** The record's key. */
    public String key() {
        return key;
    }

    /** The filter as its lambdas are written in the source. */
    public String filter() {
        return filter;
    }

    /** What the lambda gives for the record. */
    public boolean outcome() {
        return outcome;
    }
}
