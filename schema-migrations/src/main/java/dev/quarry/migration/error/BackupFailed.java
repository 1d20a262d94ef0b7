package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A backup that could not be made, without which no migration runs. Nothing was changed. */
public final class BackupFailed extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    /** Reports the file that was to be the backup. */
    public BackupFailed(Path file, @Nullable Throwable cause) {
        super(
                "the backup " + file + " could not be written: " + (cause == null ? "?" : cause.getMessage())
                        + "; without one no migration runs, and nothing was changed",
                cause);
        this.file = file;
    }

    /** The file that was to be the backup. */
    public Path file() {
        return file;
    }
}
