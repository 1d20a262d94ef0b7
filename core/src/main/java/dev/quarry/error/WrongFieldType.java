package dev.quarry.error;

/** A value whose type is not the component's. */
public final class WrongFieldType extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final String field;
    private final String expected;
    private final String actual;

    /** Reports a component, the type it has and what was given. */
    public WrongFieldType(String store, String field, String expected, String actual) {
        super("component '" + field + "' of store '" + store + "' is " + expected
                + ", so it cannot equal a value of type " + actual + "; give a " + expected);
        this.store = store;
        this.field = field;
        this.expected = expected;
        this.actual = actual;
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The component. */
    public String field() {
        return field;
    }

    /** The component's type as written in Java. */
    public String expected() {
        return expected;
    }

    /** The class of the value, or null. */
    public String actual() {
        return actual;
    }
}
