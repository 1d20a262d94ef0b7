package dev.quarry.migration;

import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.schema.Index;
import java.util.List;
import java.util.Map;

/**
 * A plan with what it takes to carry it out.
 *
 * @param status how the scripts stand
 * @param plan the same in words
 * @param scripts what to do, in order
 * @param history the history as it was
 */
record Planned(MigrationStatus status, MigrationPlan plan, List<PlannedScript> scripts, List<HistoryEntry> history) {

    /** A script with the tasks of it that find something to do. */
    record PlannedScript(Script script, List<PlannedTask> tasks) {}

    /**
     * A task.
     *
     * @param sources the stores that hold records to convert
     * @param indexes the indexes of each target
     */
    record PlannedTask(Task task, List<String> sources, Map<String, List<Index>> indexes) {}

    /** Whether records move and tables are given up, which takes room and a backup. A new name takes neither. */
    boolean rebuildsAnything() {
        return rebuildsAnything(scripts);
    }

    /** The same of scripts. */
    static boolean rebuildsAnything(List<PlannedScript> scripts) {
        return scripts.stream()
                .flatMap(script -> script.tasks().stream())
                .anyMatch(planned -> planned.task() instanceof Task.Rebuild);
    }
}
