package dev.quarry.error;

/** A captured collection that finds its elements by other means than {@code equals}. */
public final class UnsupportedCollection extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String collectionClass;

    /** Reports a collection by the name of its class. */
    public UnsupportedCollection(String collectionClass) {
        super("the captured " + collectionClass
                + " finds its elements by an order of theirs, so its 'contains' has no SQL form; "
                + "capture new ArrayList<>(collection) if 'equals' is meant");
        this.collectionClass = collectionClass;
    }

    /** The collection's class. */
    public String collectionClass() {
        return collectionClass;
    }
}
