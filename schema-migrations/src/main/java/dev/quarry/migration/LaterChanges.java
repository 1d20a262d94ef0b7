package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.history.RunChanges;
import dev.quarry.store.Generations;
import dev.quarry.store.SchemaShape;
import dev.quarry.store.StoreDescription;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has become of the stores that a run changed since then, as far as an undo gives it up. */
final class LaterChanges {
    private static final String ASKED = "; if that is meant, say so (LaterWrites.DISCARD)";

    private final Session session;
    private final Generations generations;

    LaterChanges(Session session, Generations generations) {
        this.session = session;
        this.generations = generations;
    }

    /** In words, by store; those that the run only renamed keep what was done to them. */
    List<String> to(RunChanges changes) throws SQLException {
        List<String> later = new ArrayList<>();
        for (StoreDescription store : generations.stores(session)) {
            RunChanges.Left left = changes.after().get(store.name());
            if (left != null
                    && !changes.namesBefore().containsKey(store.name())
                    && !generations.digest(session, store.name()).equals(left.digest())) {
                add(later, store, left);
            }
        }
        return later;
    }

    private void add(List<String> later, StoreDescription store, RunChanges.Left left) throws SQLException {
        boolean changed = left.version() > 0 && store.version() != left.version();
        if (changed) {
            later.add(String.format(
                    Locale.ROOT,
                    "store '%s' has another schema since the run (%s), which an undo takes back" + ASKED,
                    store.name(),
                    String.join("; ", since(store.name(), left.version()))));
        }
        if (!changed || !generations.writes(session, store.name()).equals(left.writes())) {
            later.add(String.format(
                    Locale.ROOT,
                    "store '%s' has been written to since the run (%,d records then, %,d now), which an undo loses"
                            + ASKED,
                    store.name(),
                    left.records(),
                    generations.count(session, store.name())));
        }
    }

    private List<String> since(String store, int version) throws SQLException {
        return generations.shapes(session, store).stream()
                .filter(shape -> shape.version() > version)
                .map(SchemaShape::changes)
                .flatMap(List::stream)
                .toList();
    }
}
