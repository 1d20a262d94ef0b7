package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import java.util.List;

/** Scripts that do not fit the database. Nothing was changed. */
public final class MigrationRefused extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final List<String> reasons;

    /** Reports the database and the reasons, each with what to do. */
    public MigrationRefused(String location, List<String> reasons) {
        super("the migrations do not fit " + location + ", so nothing was changed:\n  " + String.join("\n  ", reasons));
        this.location = location;
        this.reasons = List.copyOf(reasons);
    }

    /** The file or URL. */
    public String location() {
        return location;
    }

    /** Why, one line each. */
    public List<String> reasons() {
        return reasons;
    }
}
