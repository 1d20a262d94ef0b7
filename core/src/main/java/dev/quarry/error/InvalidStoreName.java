package dev.quarry.error;

/** A name that no store can have. */
public final class InvalidStoreName extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** Reports a name. */
    public InvalidStoreName(String name) {
        super("'" + name
                + "' is no name for a store; use 1 to 64 letters, digits, '_' and '-', the first one a letter");
        this.name = name;
    }

    /** The name as given. */
    public String name() {
        return name;
    }
}
