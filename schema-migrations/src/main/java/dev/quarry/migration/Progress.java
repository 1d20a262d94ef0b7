package dev.quarry.migration;

/**
 * Is told how far a run is. Called on the thread of the run, some hundred times in all. The database that is migrated refuses it with
 * {@link dev.quarry.error.InvalidUse}.
 */
@FunctionalInterface
public interface Progress {

    /**
     * What is being done.
     *
     * @param phase the phase
     * @param store the store, empty where the phase is about the whole database
     * @param done how much of it is done
     * @param total how much there is to do, in records; 0 where that is not known
     */
    void at(Phase phase, String store, long done, long total);

    /** What a run does, in order. */
    enum Phase {
        /** The backup is written. */
        BACKUP,
        /** Records are converted. */
        CONVERT,
        /** Indexes and unique rules are made. */
        INDEX,
        /** What was written is read once more, so that an undo knows later what has changed since. */
        CHECK
    }
}
