package dev.quarry.migration;

import dev.quarry.engine.Copies;
import dev.quarry.engine.Session;
import dev.quarry.migration.Planned.PlannedScript;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.store.Generations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Runs what is pending and rolls it back. */
final class DryAttempt {
    private final Generations generations;
    private final Planner planner;
    private final RunContext context;

    DryAttempt(Generations generations, Planner planner, RunContext context) {
        this.generations = generations.keepingAll();
        this.planner = planner;
        this.context = context;
    }

    DryRun run() {
        try {
            return generations.engine().connections().change(session -> {
                throw new RollBack(dryRun(session));
            });
        } catch (RollBack e) {
            return e.result;
        }
    }

    /** Carries the result through the roll-back. */
    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient DryRun result;

        private RollBack(DryRun result) {
            super("rolls back", null, false, false);
            this.result = result;
        }
    }

    private DryRun dryRun(Session session) throws SQLException {
        long begin = System.nanoTime();
        planner.lock(session);
        Planned planned = planner.plan(session);
        if (!planned.plan().problems().isEmpty()) {
            throw new MigrationRefused(planned.plan().location(), planned.plan().problems());
        }
        Failures failures = Failures.listing();
        long database = generations.engine().size(session);
        long tables = 0;
        long records = 0;
        for (PlannedScript script : planned.scripts()) {
            for (PlannedTask task : script.tasks()) {
                records += TaskRun.run(session, generations, script.script(), task, failures, context.progress());
                tables += size(session, task);
            }
        }
        return new DryRun(
                planned.plan(),
                records,
                failures.listed(),
                failures.counts(),
                failures.notReversible(),
                context.since(begin),
                planned.rebuildsAnything() ? Space.needed(generations, database, tables) : 0,
                free());
    }

    private long size(Session session, PlannedTask task) throws SQLException {
        long bytes = 0;
        if (task.task() instanceof Task.Rebuild rebuild) {
            for (String target : rebuild.targets()) {
                bytes += generations.engine().size(session, generations.table(session, target));
            }
        }
        return bytes;
    }

    private long free() {
        return file().map(path -> context.freeSpace().applyAsLong(path)).orElse(Long.MAX_VALUE);
    }

    private Optional<Path> file() {
        return generations.engine().copies().flatMap(Copies::file);
    }
}
