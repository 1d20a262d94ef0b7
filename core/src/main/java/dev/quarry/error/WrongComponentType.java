package dev.quarry.error;

/** A value that a record's component cannot hold. */
public final class WrongComponentType extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;
    private final String expected;
    private final String actual;

    /** Reports a component, the type it has and what was given. */
    public WrongComponentType(String record, String field, String expected, String actual) {
        super("component '" + field + "' of " + record + " is " + expected + ", and " + actual
                + " was given for it; convert the value to " + expected);
        this.record = record;
        this.field = field;
        this.expected = expected;
        this.actual = actual;
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component, or the place inside it: {@code tags[2]}. */
    public String field() {
        return field;
    }

    /** The component's type as written in Java. */
    public String expected() {
        return expected;
    }

    /** What was given: its class, or a text that names no constant. */
    public String actual() {
        return actual;
    }
}
