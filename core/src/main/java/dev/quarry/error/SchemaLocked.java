package dev.quarry.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that changed while its store holds data, in a way that the data does not allow. */
public final class SchemaLocked extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final List<String> differences;
    private final List<String> obstacles;
    private final @Nullable String origin;

    /**
     * Reports the store, how the record differs from the one that was declared last, and what of that stands in the way.
     *
     * @param differences one line each
     * @param obstacles one line each, with the ways out
     * @param origin what gave the store the shape it has, if it was something else than a program that opened it
     */
    public SchemaLocked(String store, List<String> differences, List<String> obstacles, Optional<String> origin) {
        this(
                store,
                differences,
                obstacles,
                origin,
                "store '" + store + "' holds records that this record does not fit, so its schema is locked:\n  "
                        + String.join("\n  ", obstacles)
                        + origin.map(SchemaLocked::explained).orElse("")
                        + "\nnothing was changed; do what the lines say, put the record back as it was, write a migration"
                        + " (quarry-schema-migrations), open the new record as a store of another name, or empty the store with the"
                        + " old record (DB.deleteAll), which unlocks it");
    }

    private SchemaLocked(
            String store, List<String> differences, List<String> obstacles, Optional<String> origin, String message) {
        super(message);
        this.store = store;
        this.differences = List.copyOf(differences);
        this.obstacles = List.copyOf(obstacles);
        this.origin = origin.orElse(null);
    }

    /**
     * Reports a record whose values would fit, and mean something else since a migration.
     *
     * @param differences from the record that the store has now, one line each
     * @param origin the migration, in words
     */
    public static SchemaLocked leftBehind(String store, List<String> differences, String origin) {
        return because(
                store,
                differences,
                origin,
                "this record is from before " + origin + ", since when the same values may mean something else",
                "start the program that has the new record, or take the migration back (undo). If a new record has come back to"
                        + " this shape, write a migration that leads to it, or empty the store with the present record"
                        + " (DB.deleteAll), which frees it");
    }

    /**
     * Reports a record for a store that a migration found empty, and that a program from before it has written to since.
     *
     * @param differences from the record that the store has, one line each
     * @param origin the migration, in words
     */
    public static SchemaLocked passedBy(String store, List<String> differences, String origin) {
        return because(
                store,
                differences,
                origin,
                origin + " found the store empty, and a program from before it has written to it since",
                "end that program, take the migration back (undo) and run it again, which converts these records");
    }

    private static SchemaLocked because(
            String store, List<String> differences, String origin, String obstacle, String remedy) {
        return new SchemaLocked(
                store,
                differences,
                List.of(obstacle),
                Optional.of(origin),
                "store '" + store + "' is not opened with this record: " + obstacle + ":\n  "
                        + String.join("\n  ", differences) + "\nnothing was changed; " + remedy);
    }

    private static String explained(String origin) {
        return "\nthe records have this shape since " + origin + ": a program from before it no longer opens the store;"
                + " use the record that the migration leads to, or take the migration back (undo)";
    }

    /** What gave the store the shape it has, in words: a migration; empty if it was a program that opened it. */
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** All that is different, one line each, whether it stands in the way or not. */
    public List<String> differences() {
        return differences;
    }

    /** What stands in the way, one line each, and how it can be put out of the way. */
    public List<String> obstacles() {
        return obstacles;
    }
}
