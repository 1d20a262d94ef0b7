package dev.quarry.migration;

import dev.quarry.engine.Copies;
import dev.quarry.engine.Session;
import dev.quarry.migration.Planned.PlannedScript;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.migration.error.NotEnoughSpace;
import dev.quarry.store.Generations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much room a run needs on the disk: for the backup, for new tables in the log, and for the same in the file. */
final class Space {
    private Space() {}

    /** An estimate before anything is converted: new tables are taken to be as large as the old ones. */
    static long estimate(Session session, Generations generations, Planned planned) throws SQLException {
        Map<String, String> there = StoreTables.of(session, generations);
        long tables = 0;
        for (String table : converted(planned, there)) {
            tables += generations.engine().size(session, table);
        }
        return needed(generations, generations.engine().size(session), tables);
    }

    /**
     * The tables whose records are converted. A store may have got another name from a task before; what a task has made is as
     * large as the tables it was made of, which are counted already.
     */
    private static Set<String> converted(Planned planned, Map<String, String> there) {
        Map<String, String> tables = new TreeMap<>(there);
        Set<String> converted = new TreeSet<>();
        for (PlannedScript script : planned.scripts()) {
            for (PlannedTask task : script.tasks()) {
                List<String> left = task.sources().stream()
                        .flatMap(source -> Optional.ofNullable(tables.remove(source)).stream())
                        .toList();
                if (task.task() instanceof Task.Rename rename) {
                    left.forEach(table -> tables.put(rename.to(), table));
                } else {
                    converted.addAll(left);
                }
            }
        }
        return converted;
    }

    /** A copy that is kept in the database takes no room of its own; a database in memory takes none of a disk. */
    static long needed(Generations generations, long database, long newTables) {
        return generations
                .engine()
                .copies()
                .map(copies -> (copies.file().isPresent() ? database : 0) + 2 * newTables)
                .orElse(0L);
    }

    static void requireEnough(Session session, Generations generations, Planned planned, RunContext context)
            throws SQLException {
        Optional<Path> file = generations.engine().copies().flatMap(Copies::file);
        if (file.isPresent()) {
            long needed = estimate(session, generations, planned);
            long free = context.freeSpace().applyAsLong(file.get());
            if (needed > free) {
                throw new NotEnoughSpace(planned.plan().location(), needed, free);
            }
        }
    }
}
