package dev.quarry.migration.history;

import java.util.Map;

/**
 * The stores that a run changed.
 *
 * @param before the tables of the stores that it changed, by store
 * @param after the tables that it left in their place, by store
 */
public record RunChanges(Map<String, String> before, Map<String, Left> after) {
    public RunChanges {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /**
     * A store as a run left it.
     *
     * @param table its table
     * @param records how many records it held
     * @param digest tells whether it still holds just these
     */
    public record Left(String table, long records, String digest) {}
}
