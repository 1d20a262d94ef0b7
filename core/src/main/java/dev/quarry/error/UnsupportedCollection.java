package dev.quarry.error;

/** A captured collection or map that finds its elements by other means than {@code equals}, or of which that is not known. */
public final class UnsupportedCollection extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String collectionClass;

    /** Reports a collection by the name of its class. */
    public UnsupportedCollection(String collectionClass) {
        super(
                "the captured " + collectionClass
                        + " finds its elements by an order or the identity of theirs, or in a way of its own, so that its 'contains'"
                        + " has no SQL form; capture a copy if 'equals' is meant: new ArrayList<>(collection), new HashMap<>(map)");
        this.collectionClass = collectionClass;
    }

    /** The collection's class. */
    public String collectionClass() {
        return collectionClass;
    }
}
