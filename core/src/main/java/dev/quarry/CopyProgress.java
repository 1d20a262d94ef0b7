package dev.quarry;

/** Is told how far {@link DB#copy} is. */
@FunctionalInterface
public interface CopyProgress {
    /**
     * Called on the copying thread before the first and after each batch of records.
     *
     * @param store the store that is being copied
     * @param done how many of its records are there
     * @param total how many it has
     */
    void at(String store, long done, long total);
}
