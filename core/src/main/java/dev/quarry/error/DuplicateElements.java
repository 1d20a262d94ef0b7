package dev.quarry.error;

/** Elements that were given for a set and are equal, so that fewer would be kept than were given. */
public final class DuplicateElements extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;
    private final int given;
    private final int different;

    /** Reports a component, how many elements were given for it, and how many different ones they make. */
    public DuplicateElements(String record, String field, int given, int different) {
        super("component '" + field + "' of " + record + " is a Set, and of " + given
                + " elements that were given for it only " + different
                + " differ, so that the others would be lost; let them differ, or give only those that do");
        this.record = record;
        this.field = field;
        this.given = given;
        this.different = different;
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component, or the place inside it: {@code groups[2].tags}. */
    public String field() {
        return field;
    }

    /** How many elements were given. */
    public int given() {
        return given;
    }

    /** How many different ones they make. */
    public int different() {
        return different;
    }
}
