package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that a migration could not convert. The run was rolled back: every store is as it was before. */
public final class MigrationFailed extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final int version;
    private final String store;
    private final String key;
    private final @Nullable String field;
    private final String reason;

    /**
     * Reports a record.
     *
     * @param version the script's version
     * @param title the script in words
     * @param store the store that the record is in
     * @param key the record's key there
     * @param field the component, if one is known
     * @param reason what is wrong with it
     */
    public MigrationFailed(
            int version,
            String title,
            String store,
            String key,
            @Nullable String field,
            String reason,
            @Nullable Throwable cause) {
        super(
                title + " stopped at the record '" + key + "' of store '" + store + "'"
                        + (field == null ? "" : ", component '" + field + "'") + ": " + reason
                        + "; nothing was changed. A dry run lists all records of which this is true",
                cause);
        this.version = version;
        this.store = store;
        this.key = key;
        this.field = field;
        this.reason = reason;
    }

    /** The script's version. */
    public int version() {
        return version;
    }

    /** The store that the record is in. */
    public String store() {
        return store;
    }

    /** The record's key there. */
    public String key() {
        return key;
    }

    /** The component, if it is known. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }
}
