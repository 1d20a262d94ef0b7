package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.history.RunChanges;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreDescription;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which table each store has. */
final class StoreTables {
    private StoreTables() {}

    static TreeMap<String, String> of(Session session, Generations generations) throws SQLException {
        TreeMap<String, String> tables = new TreeMap<>();
        for (StoreDescription store : generations.stores(session)) {
            tables.put(store.name(), generations.table(session, store.name()));
        }
        return tables;
    }

    /** What has changed since. */
    static RunChanges changes(Session session, Generations generations, Map<String, String> before)
            throws SQLException {
        Map<String, String> now = of(session, generations);
        Map<String, String> changed = new HashMap<>(before);
        changed.entrySet().removeIf(store -> store.getValue().equals(now.get(store.getKey())));
        Map<String, RunChanges.Left> left = new HashMap<>();
        for (StoreDescription store : generations.stores(session)) {
            String table = now.getOrDefault(store.name(), "");
            if (!table.equals(before.get(store.name()))) {
                left.put(
                        store.name(),
                        new RunChanges.Left(
                                table,
                                store.id(),
                                store.version(),
                                generations.count(session, store.name()),
                                generations.digest(session, store.name()),
                                generations.writes(session, store.name())));
            }
        }
        return new RunChanges(changed, left);
    }
}
