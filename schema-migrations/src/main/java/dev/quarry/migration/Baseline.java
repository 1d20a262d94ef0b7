package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.store.Generations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
}
