package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.MigrationStatus.State;
import dev.quarry.migration.Planned.PlannedScript;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreDescription;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out what a run would do, without reading a record: it follows the stores' schemas through the scripts. */
final class Planner {
    private final Generations generations;
    private final History history;
    private final List<Script> scripts;

    Planner(Generations generations, List<Script> scripts) {
        this.generations = generations;
        this.history = new History(generations.engine());
        this.scripts = scripts;
    }

    MigrationStatus status(Session session) throws SQLException {
        return status(session, history.all(session));
    }

    private MigrationStatus status(Session session, List<HistoryEntry> entries) throws SQLException {
        MigrationStatus status = StatusOfScripts.of(location(), scripts, entries);
        return new MigrationStatus(
                status.location(), status.version(), status.scripts(), writtenLate(session, pending(status)));
    }

    /** Stores that a script found empty and that a program from before it has written to, unless another script takes them on. */
    private List<String> writtenLate(Session session, Set<Integer> pending) throws SQLException {
        Set<String> takenOn = scripts.stream()
                .filter(script -> pending.contains(script.version()))
                .flatMap(script -> script.tasks().stream())
                .flatMap(task -> task.sources().stream())
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (StoreDescription store : generations.stores(session)) {
            long records = store.passedBy().isEmpty() || takenOn.contains(store.name())
                    ? 0
                    : generations.count(session, store.name());
            if (records > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "store '%s': %s found it empty, and a program from before it has written to it since (%,d records); end"
                                + " that program, undo that run, and run it again, which converts them",
                        store.name(),
                        store.passedBy().orElseThrow(),
                        records));
            }
        }
        return lines;
    }

    /** The version of the database, if it has all scripts and they fit it. */
    Optional<Integer> upToDate(Session session) throws SQLException {
        MigrationStatus status = status(session);
        return status.pending().isEmpty() && status.problems().isEmpty()
                ? Optional.of(before(status))
                : Optional.empty();
    }

    private String location() {
        return generations.engine().connections().location();
    }

    Planned plan(Session session) throws SQLException {
        List<HistoryEntry> entries = history.all(session);
        MigrationStatus status = status(session, entries);
        Set<Integer> pending = pending(status);
        List<String> problems = new ArrayList<>(status.problems());
        SimulatedStores stores = new SimulatedStores(problems);
        for (StoreDescription store : generations.stores(session)) {
            stores.put(store, generations.count(session, store.name()));
        }
        List<PlannedScript> planned = new ArrayList<>();
        List<MigrationPlan.Part> parts = new ArrayList<>();
        for (Script script : scripts) {
            if (pending.contains(script.version())) {
                List<String> lines = new ArrayList<>();
                planned.add(new PlannedScript(script, tasks(script, stores, lines)));
                parts.add(new MigrationPlan.Part(script.version(), script.description(), lines));
            }
        }
        int from = before(status);
        int to = parts.isEmpty() ? from : parts.get(parts.size() - 1).version();
        boolean backup = Planned.rebuildsAnything(planned)
                && generations.engine().copies().isPresent();
        MigrationPlan plan = new MigrationPlan(location(), from, to, backup, parts, problems);
        return new Planned(status, plan, planned, entries);
    }

    /**
     * Keeps others from writing to the stores that pending scripts speak of, until the transaction ends: a store that is empty in
     * the plan is dropped without another look.
     */
    void lock(Session session) throws SQLException {
        Set<Integer> pending = pending(status(session));
        Set<String> stores = new TreeSet<>();
        for (Script script : scripts) {
            if (pending.contains(script.version())) {
                for (Task task : script.tasks()) {
                    stores.addAll(task.sources());
                    stores.addAll(task.targets());
                }
            }
        }
        for (StoreDescription store : generations.stores(session)) {
            if (stores.contains(store.name())) {
                generations.lock(session, store.name());
            }
        }
    }

    private static Set<Integer> pending(MigrationStatus status) {
        return status.scripts().stream()
                .filter(script -> script.state() == State.PENDING)
                .map(MigrationStatus.ScriptStatus::version)
                .collect(Collectors.toSet());
    }

    /** A database without history is of the version before the first script: of version 1 if the scripts begin with 2. */
    private int before(MigrationStatus status) {
        return status.version() > 0 || scripts.isEmpty()
                ? status.version()
                : scripts.get(0).version() - 1;
    }

    private static List<PlannedTask> tasks(Script script, SimulatedStores stores, List<String> lines) {
        List<PlannedTask> tasks = new ArrayList<>();
        for (Task task : script.tasks()) {
            stores.run(script, task, lines).ifPresent(tasks::add);
        }
        return tasks;
    }
}
