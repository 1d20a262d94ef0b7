package dev.quarry.migration;

import dev.quarry.engine.Copies;
import dev.quarry.engine.Session;
import dev.quarry.migration.MigrationRun.Applied;
import dev.quarry.migration.Planned.PlannedScript;
import dev.quarry.migration.Planned.PlannedTask;
import dev.quarry.migration.error.BackupFailed;
import dev.quarry.migration.error.MigrationFailed;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.store.Generations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One attempt to run what is pending, in one transaction. Used once, by one thread. */
final class Attempt {
    private final Generations generations;
    private final Planner planner;
    private final History history;
    private final RunContext context;
    private final long begin = System.nanoTime();
    private final Instant started;
    private Optional<Script> current = Optional.empty();
    private Optional<Path> backup = Optional.empty();

    Attempt(Generations generations, Planner planner, RunContext context) {
        this.generations = generations;
        this.planner = planner;
        this.history = new History(generations.engine());
        this.context = context;
        this.started = context.clock().instant();
    }

    /** Inside the transaction: everything is planned anew, since another run may have come first. */
    MigrationRun run(Session session) throws SQLException {
        Planned planned = planner.plan(session);
        if (!planned.plan().problems().isEmpty()) {
            throw new MigrationRefused(planned.plan().location(), planned.plan().problems());
        }
        if (planned.scripts().isEmpty()) {
            return new MigrationRun(
                    planned.plan().from(), planned.plan().from(), List.of(), Optional.empty(), context.since(begin));
        }
        if (planned.changesAnything()) {
            Space.requireEnough(session, generations, planned, context);
            backup = copied(planned.plan().from());
        }
        TreeMap<String, String> before = StoreTables.of(session, generations);
        List<HistoryEntry> entries = new ArrayList<>();
        List<Applied> applied = new ArrayList<>();
        for (PlannedScript script : planned.scripts()) {
            long scriptBegin = System.nanoTime();
            Instant scriptStarted = context.clock().instant();
            long records = run(session, script);
            Applied one = new Applied(
                    script.script().version(), script.script().description(), records, context.since(scriptBegin));
            applied.add(one);
            entries.add(new HistoryEntry(
                    History.nextRun(planned.history()),
                    one.version(),
                    one.description(),
                    Checksum.of(script.script()),
                    Outcome.DONE,
                    scriptStarted,
                    one.duration(),
                    records,
                    context.detail(backup, Optional.empty(), Optional.empty())));
        }
        current = Optional.empty();
        record(session, entries, before);
        return new MigrationRun(planned.plan().from(), planned.plan().to(), applied, backup, context.since(begin));
    }

    private void record(Session session, List<HistoryEntry> entries, TreeMap<String, String> before)
            throws SQLException {
        context.progress().at(Progress.Phase.CHECK, "", 0, 0);
        HistoryEntry last = entries.remove(entries.size() - 1);
        for (HistoryEntry entry : entries) {
            history.append(session, entry);
        }
        history.append(
                session,
                new HistoryEntry(
                        last.run(),
                        last.version(),
                        last.description(),
                        last.checksum(),
                        last.outcome(),
                        last.started(),
                        last.duration(),
                        last.records(),
                        context.detail(
                                backup,
                                Optional.empty(),
                                Optional.of(StoreTables.changes(session, generations, before)))));
    }

    private long run(Session session, PlannedScript script) throws SQLException {
        current = Optional.of(script.script());
        long records = 0;
        for (PlannedTask task : script.tasks()) {
            try {
                records += TaskRun.run(
                        session, generations, script.script(), task, Failures.stoppingAtTheFirst(), context.progress());
            } catch (Failures.Stopped e) {
                Failure failure = e.failure();
                throw new MigrationFailed(
                        failure.version(),
                        script.script().title(),
                        failure.store(),
                        failure.key(),
                        failure.field().orElse(null),
                        failure.words(),
                        e.getCause());
            }
        }
        return records;
    }

    private Optional<Path> copied(int version) {
        Optional<Copies> copies = generations.engine().copies();
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        context.progress().at(Progress.Phase.BACKUP, "", 0, 0);
        Path target = BackupName.free(copies.get().file(), started, version);
        try {
            BackupName.deleteUnfinished(copies.get().file());
            copies.get().copyTo(target);
            return Optional.of(target);
        } catch (SQLException | RuntimeException e) {
            throw new BackupFailed(target, e);
        }
    }

    /** Behind the roll-back: the failure of a script goes to the history, that of a plan or a backup does not. */
    void recordFailure(Throwable failure) {
        if (current.isEmpty()) {
            return;
        }
        Script script = current.get();
        generations.engine().connections().write(session -> {
            history.append(
                    session,
                    new HistoryEntry(
                            History.nextRun(history.all(session)),
                            script.version(),
                            script.description(),
                            Checksum.of(script),
                            Outcome.FAILED,
                            started,
                            context.since(begin),
                            0,
                            context.detail(
                                    backup, Optional.of(String.valueOf(failure.getMessage())), Optional.empty())));
            return script;
        });
    }
}
