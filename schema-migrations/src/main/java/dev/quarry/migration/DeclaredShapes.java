package dev.quarry.migration;

import dev.quarry.evolution.Declaration;
import dev.quarry.evolution.Fit;
import dev.quarry.evolution.StoredRecord;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import dev.quarry.store.StoreDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the stores of a database against scripts that it is declared to have: none may be as it was before one of them. */
final class DeclaredShapes {
    private final List<Declared> tasks = new ArrayList<>();
    private final Set<String> stores;

    /**
     * What scripts would have done.
     *
     * @param scripts in the order of their versions
     * @param stores the names of all stores
     */
    DeclaredShapes(List<Script> scripts, Set<String> stores) {
        this.stores = Set.copyOf(stores);
        for (Script script : scripts) {
            script.tasks().forEach(task -> tasks.add(new Declared(script, task)));
        }
    }

    private record Declared(Script script, Task task) {}

    /** Why a store that holds records cannot have been through the scripts, if it cannot; the last ones count first. */
    Optional<String> contradiction(StoreDescription store) {
        String name = store.name();
        for (int i = tasks.size() - 1; i >= 0; i--) {
            Declared declared = tasks.get(i);
            if (declared.task() instanceof Task.Rename rename) {
                if (rename.from().equals(name)) {
                    return isMissing(rename.to(), i)
                            ? Optional.of(declared.script().title() + ": store '" + name + "' is there and '"
                                    + rename.to() + "', to which it is renamed, is not")
                            : Optional.empty();
                }
                name = rename.to().equals(name) ? rename.from() : name;
            } else if (declared.task() instanceof Task.Rebuild rebuild) {
                String known = name;
                if (rebuild.routes().stream().anyMatch(route -> leadsTo(route, known, store.schema()))) {
                    return Optional.empty();
                }
                if (rebuild.routesFrom(known).stream().anyMatch(route -> beginsWith(route, store.schema()))) {
                    return Optional.of(declared.script().title() + ": the records of store '" + store.name()
                            + "' have the shape from before it, so it has not run");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a store is not there and no later script takes it away. */
    private boolean isMissing(String store, int renamed) {
        return !stores.contains(store)
                && tasks.subList(renamed + 1, tasks.size()).stream()
                        .map(Declared::task)
                        .noneMatch(task -> task.sources().contains(store)
                                && !task.targets().contains(store));
    }

    /** Whether the store has the record that a route leads to, or one that has become of it without a script. */
    private static boolean leadsTo(Route<?, ?> route, String store, Schema held) {
        if (!route.to().equals(store)) {
            return false;
        }
        Schema target = route.target().schema();
        Fit later = Fit.of(
                StoredRecord.of(new Declaration(target, route.target().hints(), Map.of())),
                target,
                new Declaration(held, SchemaHints.NONE, Map.of()));
        return SchemaForm.areAlike(target, held) || (later.isCompatible() && !later.narrower());
    }

    private static boolean beginsWith(Route<?, ?> route, Schema held) {
        return route.shape()
                .expected()
                .map(expected -> SchemaForm.areAlike(expected, held))
                .orElseGet(() -> StepShapes.problems(
                                held, route.steps(), route.target().schema())
                        .isEmpty());
    }
}
