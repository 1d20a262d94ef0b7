package dev.quarry.error;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A schema file that cannot be read or written. */
public final class InvalidSchemaFile extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;

    /** Reports the file and the reason. */
    public InvalidSchemaFile(Path file, String reason, @Nullable Throwable cause) {
        super("the schema file " + file + " cannot be used: " + reason + "; take it back from version control", cause);
        this.file = file.toString();
        this.reason = reason;
    }

    /** The file. */
    public String file() {
        return file;
    }

    /** Why not. */
    public String reason() {
        return reason;
    }
}
