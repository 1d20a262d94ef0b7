package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import org.jspecify.annotations.Nullable;

/** A migration script that cannot be one. */
public final class InvalidScript extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String script;
    private final String reason;

    /** Reports the script's class, or what else names it, and the reason with what to do. */
    public InvalidScript(String script, String reason) {
        this(script, reason, null);
    }

    /** The same because of something that was thrown. */
    public InvalidScript(String script, String reason, @Nullable Throwable cause) {
        super(script + " is no migration script: " + reason, cause);
        this.script = script;
        this.reason = reason;
    }

    /** The script's class, or what else names it. */
    public String script() {
        return script;
    }

    /** Why not, and what to do. */
    public String reason() {
        return reason;
    }
}
