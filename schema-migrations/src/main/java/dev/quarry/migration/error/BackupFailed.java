package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import org.jspecify.annotations.Nullable;

/** A backup that could not be made, without which no migration runs. Nothing was changed. */
public final class BackupFailed extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String backup;

    /** Reports the name that the backup was to have. */
    public BackupFailed(String backup, @Nullable Throwable cause) {
        super(
                "the backup " + backup + " could not be made: " + (cause == null ? "?" : cause.getMessage())
                        + "; without one no migration runs, and nothing was changed",
                cause);
        this.backup = backup;
    }

    /** The name that the backup was to have. */
    public String backup() {
        return backup;
    }
}
