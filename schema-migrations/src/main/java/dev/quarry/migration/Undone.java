package dev.quarry.migration;

import java.util.List;

/**
 * What an undo did.
 *
 * @param from the version before it
 * @param to the version after it
 * @param restored the stores that are again as they were before the run
 * @param lost the stores whose later writes and changes of the schema are gone with it, with what there is to say; empty unless they were to be
 *     discarded
 */
public record Undone(int from, int to, List<String> restored, List<String> lost) {
    public Undone {
        restored = List.copyOf(restored);
        lost = List.copyOf(lost);
    }
}
