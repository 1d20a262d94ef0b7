package dev.quarry.error;

/** An argument of a verb that is null. */
public final class InvalidValue extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String argument;

    /** Reports the argument. */
    public InvalidValue(String argument) {
        super("the " + argument + " is null; give one");
        this.argument = argument;
    }

    /** The argument. */
    public String argument() {
        return argument;
    }
}
