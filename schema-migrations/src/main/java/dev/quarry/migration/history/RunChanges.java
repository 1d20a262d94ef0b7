package dev.quarry.migration.history;

import java.util.HashMap;
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

    /** The names from before the run of the stores that it only renamed, by the names that it left. */
    public Map<String, String> namesBefore() {
        Map<String, String> stores = new HashMap<>();
        before.forEach((store, table) -> stores.put(table, store));
        Map<String, String> names = new HashMap<>();
        after.forEach((store, left) -> {
            String name = stores.get(left.table());
            if (name != null) {
                names.put(store, name);
            }
        });
        return Map.copyOf(names);
    }

    /**
     * A store as a run left it.
     *
     * @param table its table
     * @param id its number, which it keeps in every shape; 0 in a history that does not have it
     * @param version how many shapes it had had; 0 in a history that does not have it
     * @param records how many records it held
     * @param digest tells whether it still holds just these in the same shape
     * @param writes tells whether it has been written to since, in whatever shape
     */
    public record Left(String table, long id, int version, long records, String digest, String writes) {}
}
