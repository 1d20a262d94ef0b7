package dev.quarry.migration;

import dev.quarry.error.InvalidIndex;
import dev.quarry.error.InvalidStoreName;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.migration.diff.Difference;
import dev.quarry.migration.diff.SchemaDiff;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import dev.quarry.store.Generations;
import dev.quarry.store.KeyRule;
import dev.quarry.store.StoreDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The stores as a plan sees them while its scripts go by. */
final class SimulatedStores {
    private final Map<String, Held> stores = new TreeMap<>();
    private final List<String> problems;

    /** Stores of a plan, whose problems go to the list. */
    SimulatedStores(List<String> problems) {
        this.problems = problems;
    }

    private record Held(Schema schema, List<Index> indexes, List<String> leftOut, long records) {}

    void put(StoreDescription store, long records) {
        stores.put(store.name(), new Held(store.schema(), store.indexes(), store.leftOut(), records));
    }

    /** Goes on to behind a task; empty if it finds nothing to do. What it does is added to the lines. */
    Optional<PlannedTask> run(Script script, Task task, List<String> lines) {
        if (task instanceof Task.Rename rename) {
            return rename(script, rename, lines);
        }
        return rebuild(script, (Task.Rebuild) task, lines);
    }

    private Optional<PlannedTask> rename(Script script, Task.Rename rename, List<String> lines) {
        requireName(script, rename.to(), "'" + rename.from() + "' would get a name that is none: ");
        Held held = stores.get(rename.from());
        if (held == null) {
            lines.add(notThere(rename.from()));
            return Optional.empty();
        }
        if (stores.containsKey(rename.to())) {
            problem(
                    script,
                    "there is a store '" + rename.to() + "' already, so '" + rename.from()
                            + "' cannot get that name; drop or rename that one first");
            return Optional.empty();
        }
        stores.remove(rename.from());
        stores.put(rename.to(), held);
        lines.add("store '" + rename.from() + "' is renamed to '" + rename.to() + "'; its records stay as they are");
        return Optional.of(new PlannedTask(rename, List.of(rename.from()), Map.of()));
    }

    private void requireName(Script script, String store, String where) {
        try {
            KeyRule.requireStoreName(store);
        } catch (InvalidStoreName e) {
            problem(script, where + e.getMessage());
        }
    }

    private String notThere(String store) {
        String others = stores.isEmpty() ? "there is none" : "there are " + String.join(", ", stores.keySet());
        return "store '" + store + "' is not there, so there is nothing to convert (" + others + ")";
    }

    private Optional<PlannedTask> rebuild(Script script, Task.Rebuild task, List<String> lines) {
        for (String target : task.targets()) {
            requireName(script, target, "records would go to a store whose name is none: ");
            requireOneRecord(script, target, task.routesTo(target));
        }
        Map<String, Held> sources = sources(task, lines);
        if (sources.isEmpty()) {
            return pass(task);
        }
        long records = sources.values().stream().mapToLong(Held::records).sum();
        Map<String, Held> after = new LinkedHashMap<>();
        for (String target : task.targets()) {
            requireFree(script, task, target);
            Schema schema = task.routesTo(target).get(0).target().schema();
            after.put(target, new Held(schema, indexes(script, task, target), List.of(), records));
        }
        sources.forEach((source, held) -> {
            for (Route<?, ?> route : task.routesFrom(source)) {
                check(script, route, held);
                List<Index> indexes = require(after, route.to()).indexes();
                lines.addAll(RouteWords.of(route, held.schema(), held.records(), indexes));
            }
            held.leftOut()
                    .forEach(name ->
                            lines.add("  component '" + name + "', which was left out before, goes with its values"));
        });
        task.sources().forEach(stores::remove);
        stores.putAll(after);
        Map<String, List<Index>> indexes = new LinkedHashMap<>();
        after.forEach((target, held) -> indexes.put(target, held.indexes()));
        return Optional.of(new PlannedTask(task, List.copyOf(sources.keySet()), indexes));
    }

    /** Empty stores are noted: a program from before the script may write to them yet. */
    private Optional<PlannedTask> pass(Task.Rebuild task) {
        Set<String> empty = new LinkedHashSet<>();
        for (Route<?, ?> route : task.routes()) {
            Held held = stores.get(route.from());
            boolean same = held != null
                    && route.from().equals(route.to())
                    && SchemaForm.areAlike(held.schema(), route.target().schema());
            if (held != null && !same) {
                empty.add(route.from());
            }
        }
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedTask(new Task.Pass(empty), List.of(), Map.of()));
    }

    private static Held require(Map<String, Held> stores, String name) {
        Held held = stores.get(name);
        if (held == null) {
            throw new IllegalStateException("a route leads to a target of its task: " + name);
        }
        return held;
    }

    /** The stores of a task that hold records to convert. */
    private Map<String, Held> sources(Task.Rebuild task, List<String> lines) {
        Map<String, Held> sources = new LinkedHashMap<>();
        for (String source : task.sources()) {
            Held held = stores.get(source);
            if (held == null) {
                lines.add(notThere(source));
            } else if (held.records() == 0) {
                lines.add("store '" + source + "' is empty, so it takes any record when it is opened");
            } else {
                sources.put(source, held);
            }
        }
        return sources;
    }

    private void requireOneRecord(Script script, String target, List<Route<?, ?>> routes) {
        List<String> records = routes.stream()
                .map(route -> route.target().type().getName())
                .distinct()
                .toList();
        if (records.size() > 1) {
            problem(
                    script,
                    "the records that go to store '" + target + "' become " + String.join(" and ", records)
                            + ", and a store holds one kind of record; let them become the same, or name another store");
        }
    }

    private void requireFree(Script script, Task.Rebuild task, String target) {
        Held there = stores.get(target);
        if (there != null && there.records() > 0 && !task.sources().contains(target)) {
            problem(
                    script,
                    "the store '" + target + "' holds records already, so no others can move there; merge the two");
        }
    }

    /** What the script asks for, and the indexes that there are and are no rules, as far as their components stay. */
    private List<Index> indexes(Script script, Task.Rebuild task, String target) {
        Set<Index> all = new LinkedHashSet<>();
        Schema schema = task.routesTo(target).get(0).target().schema();
        for (Route<?, ?> route : task.routesTo(target)) {
            all.addAll(route.indexes());
        }
        for (Route<?, ?> route : task.routesTo(target)) {
            Held held = stores.get(route.from());
            if (held != null) {
                held.indexes().stream().filter(index -> isKept(index, schema)).forEach(all::add);
            }
        }
        List<Index> list = new ArrayList<>(all);
        try {
            Generations.checkIndexes(target, schema, list);
        } catch (InvalidIndex e) {
            problem(script, String.valueOf(e.getMessage()));
        }
        return list;
    }

    private static boolean isKept(Index index, Schema schema) {
        if (index.unique()) {
            return false;
        }
        try {
            Generations.checkIndexes("", schema, List.of(index));
            return true;
        } catch (InvalidIndex e) {
            return false;
        }
    }

    private void check(Script script, Route<?, ?> route, Held held) {
        Optional<Schema> expected = route.shape().expected();
        if (expected.isPresent()) {
            if (!SchemaForm.areAlike(expected.get(), held.schema())) {
                problem(
                        script,
                        "the records of store '" + route.from() + "' have another shape than the script's old record: "
                                + String.join("; ", differences(held.schema(), expected.get()))
                                + hint(script, route, held)
                                + wayOut(route.from(), held.schema(), expected.get()));
            }
            return;
        }
        for (String problem :
                StepShapes.problems(held.schema(), route.steps(), route.target().schema())) {
            problem(script, "store '" + route.from() + "': " + problem + hint(script, route, held));
        }
    }

    /** A store that has missed a version in between takes its additions when it is opened with the record of that version. */
    private static String wayOut(String store, Schema stored, Schema expected) {
        boolean lacksOnly = expected.components().size() > stored.components().size()
                && stored.components().stream()
                        .allMatch(component -> expected.component(FieldPath.of(component.name()))
                                .filter(same -> SchemaForm.areAlike(same.type(), component.type()))
                                .isPresent());
        return lacksOnly
                ? ". If that record only has additions that a store takes when it is opened, open it with that record before the"
                        + " run: db.store(\"" + store + "\", " + FieldType.simpleName(expected.className()) + ".class)"
                : "";
    }

    private static String hint(Script script, Route<?, ?> route, Held held) {
        boolean done = SchemaForm.areAlike(held.schema(), route.target().schema());
        return done
                ? ". It has the shape that the script leads to: if the store was made by a program of that version, declare the"
                        + " database to be at version " + script.version() + " (baseline)"
                : "";
    }

    /** The names of classes and the order of components do not matter to what is stored. */
    private static List<String> differences(Schema stored, Schema expected) {
        return SchemaDiff.between(stored, expected).stream()
                .filter(difference -> !(difference instanceof Difference.RecordChanged)
                        && !(difference instanceof Difference.EnumChanged)
                        && !(difference instanceof Difference.Reordered))
                .map(Difference::describe)
                .toList();
    }

    private void problem(Script script, String words) {
        problems.add(script.title() + ": " + words);
    }
}
