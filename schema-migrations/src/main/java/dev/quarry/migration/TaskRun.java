package dev.quarry.migration;

import dev.quarry.engine.Session;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.store.Generations;
import java.sql.SQLException;

/** Carries out one task inside the transaction of the run. */
final class TaskRun {
    private TaskRun() {}

    /** How many records it converted. Throws {@link Failures.Stopped}. */
    static long run(
            Session session,
            Generations generations,
            Script script,
            PlannedTask planned,
            Failures failures,
            Progress progress)
            throws SQLException {
        if (planned.task() instanceof Task.Rename rename) {
            generations.rename(session, rename.from(), rename.to());
            return 0;
        }
        if (planned.task() instanceof Task.Pass pass) {
            for (String store : pass.sources()) {
                generations.passBy(session, store, script.origin());
            }
            return 0;
        }
        Task.Rebuild task = (Task.Rebuild) planned.task();
        Rebuilding rebuilding = new Rebuilding(session, generations, script, planned, task, failures, progress);
        long records = rebuilding.run();
        rebuilding.install();
        return records;
    }
}
