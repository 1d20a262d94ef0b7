package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreDescription;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Declares that a database has scripts that did not run on it. */
final class Baseline {
    private final Generations generations;
    private final List<Script> scripts;
    private final RunContext context;

    Baseline(Generations generations, List<Script> scripts, RunContext context) {
        this.generations = generations;
        this.scripts = scripts;
        this.context = context;
    }

    int declare(int version) {
        if (scripts.stream().noneMatch(script -> script.version() == version)) {
            throw new MigrationRefused(
                    generations.engine().connections().location(),
                    List.of("there is no script of version " + version
                            + " that the database could be declared to have"));
        }
        return generations.engine().connections().change(session -> declare(session, version));
    }

    private int declare(Session session, int version) throws SQLException {
        History history = new History(generations.engine());
        List<HistoryEntry> entries = history.all(session);
        Set<Integer> applied = History.applied(entries).keySet();
        List<Script> declared = scripts.stream()
                .filter(script -> script.version() <= version && !applied.contains(script.version()))
                .toList();
        requireFitting(session, declared);
        for (Script script : declared) {
            history.append(
                    session,
                    new HistoryEntry(
                            History.nextRun(entries),
                            script.version(),
                            script.description(),
                            Checksum.of(script),
                            Outcome.BASELINE,
                            context.clock().instant(),
                            Duration.ZERO,
                            0,
                            context.detail(Optional.empty(), Optional.empty(), Optional.empty())));
        }
        return declared.size();
    }

    /** What is declared by mistake would never run, and the store could not be opened with the new record. */
    private void requireFitting(Session session, List<Script> declared) throws SQLException {
        List<StoreDescription> stores = generations.stores(session);
        DeclaredShapes shapes = new DeclaredShapes(
                declared, stores.stream().map(StoreDescription::name).collect(Collectors.toSet()));
        List<String> reasons = new ArrayList<>();
        for (StoreDescription store : stores) {
            if (generations.count(session, store.name()) > 0) {
                shapes.contradiction(store).ifPresent(reasons::add);
            }
        }
        if (!reasons.isEmpty()) {
            throw new MigrationRefused(generations.engine().connections().location(), reasons);
        }
    }
}
