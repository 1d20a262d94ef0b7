package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import java.util.List;

/** A run that cannot be undone, or not without losing what was written since. Nothing was changed. */
public final class UndoRefused extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final List<String> reasons;

    /** Reports the database and the reasons, each with what to do. */
    public UndoRefused(String location, List<String> reasons) {
        super("the last run on " + location + " was not undone, and nothing was changed:\n  "
                + String.join("\n  ", reasons));
        this.location = location;
        this.reasons = List.copyOf(reasons);
    }

    /** The file or URL. */
    public String location() {
        return location;
    }

    /** Why not, one line each. */
    public List<String> reasons() {
        return reasons;
    }
}
