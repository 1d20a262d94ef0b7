package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A {@link dev.quarry.annotation.Default} whose text is no value of its component. */
public final class InvalidDefault extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String record;
    private final String field;
    private final String text;
    private final String reason;

    /** Reports the component, its type in words, the text and the reason. */
    public InvalidDefault(
            String record, String field, String type, String text, String reason, @Nullable Throwable cause) {
        super(
                "@Default(\"" + text + "\") on component '" + field + "' of " + record + " is no value of " + type
                        + ": " + reason
                        + "; nothing was changed. Give a text that is one, or make the component @Nullable",
                cause);
        this.record = record;
        this.field = field;
        this.text = text;
        this.reason = reason;
    }

    /** The record's class. */
    public String record() {
        return record;
    }

    /** The component, with its path if it is in a nested record. */
    public String field() {
        return field;
    }

    /** The annotation's text. */
    public String text() {
        return text;
    }

    /** Why it is none. */
    public String reason() {
        return reason;
    }
}
