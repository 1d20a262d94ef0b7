package dev.quarry.error;

/** An option that makes no sense where it is given. */
public final class InvalidOption extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String option;
    private final String reason;

    /** Reports the option and the reason. */
    public InvalidOption(String option, String reason) {
        super("the option " + option + " is refused: " + reason);
        this.option = option;
        this.reason = reason;
    }

    /** The option. */
    public String option() {
        return option;
    }

    /** Why not, and what to do. */
    public String reason() {
        return reason;
    }
}
