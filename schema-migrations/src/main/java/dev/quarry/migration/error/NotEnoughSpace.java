package dev.quarry.migration.error;

import dev.quarry.error.DatastoreException;
import java.util.Locale;

/** A disk on which a migration would not fit. Nothing was changed. */
public final class NotEnoughSpace extends DatastoreException {
    private static final long serialVersionUID = 1L;
    private static final double MEGABYTE = 1_000_000;

    private final String location;
    private final long needed;
    private final long free;

    /** Reports how many bytes the backup, the new tables and the log need, and how many are free. */
    public NotEnoughSpace(String location, long needed, long free) {
        super(String.format(
                Locale.ROOT,
                "migrating %s needs about %,.1f MB beside it for the backup and the new tables, and %,.1f MB are free; nothing"
                        + " was changed. Make room, or move the file to a larger disk first",
                location,
                needed / MEGABYTE,
                free / MEGABYTE));
        this.location = location;
        this.needed = needed;
        this.free = free;
    }

    /** The file. */
    public String location() {
        return location;
    }

    /** How many bytes are needed, by an estimate. */
    public long needed() {
        return needed;
    }

    /** How many bytes are free. */
    public long free() {
        return free;
    }
}
