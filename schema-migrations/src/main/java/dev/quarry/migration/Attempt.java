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
import dev.quarry.migration.history.RunChanges;
import dev.quarry.store.Generations;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One attempt to run what is pending, in one transaction. Used once, by one thread. */
final class Attempt {
    private final Generations generations;
    private final Planner planner;
    private final History history;
    private final RunContext context;
    private final long begin = System.nanoTime();
    private final Instant started;
    private Optional<Script> current = Optional.empty();
    private Optional<Copies.Copy> backup = Optional.empty();

    Attempt(Generations generations, Planner planner, RunContext context) {
        this.generations = generations;
        this.planner = planner;
        this.history = new History(generations.engine());
        this.context = context;
        this.started = context.clock().instant();
    }

    /** Inside the transaction: everything is planned anew, since another run may have come first. */
    MigrationRun run(Session session) throws SQLException {
        // what a lost connection undid runs once more
        backup = Optional.empty();
        current = Optional.empty();
        planner.lock(session);
        Planned planned = planner.plan(session);
        MigrationPlan plan = planned.plan();
        if (!plan.problems().isEmpty()) {
            throw new MigrationRefused(plan.location(), plan.problems());
        }
        List<Applied> applied = new ArrayList<>();
        if (!planned.scripts().isEmpty()) {
            if (planned.rebuildsAnything()) {
                Space.requireEnough(session, generations, planned, context);
                backup = copied(session, plan.from());
            }
            runAndRecord(session, planned, applied);
            if (backup.isPresent()) {
                backup.get().complete(session);
            }
        }
        return new MigrationRun(plan.from(), plan.to(), applied, backupName(), context.since(begin));
    }

    private void runAndRecord(Session session, Planned planned, List<Applied> applied) throws SQLException {
        Map<String, String> before = StoreTables.of(session, generations);
        List<Instant> starts = new ArrayList<>();
        for (PlannedScript script : planned.scripts()) {
            long scriptBegin = System.nanoTime();
            starts.add(context.clock().instant());
            long records = run(session, script);
            applied.add(new Applied(
                    script.script().version(), script.script().description(), records, context.since(scriptBegin)));
        }
        context.progress().at(Progress.Phase.CHECK, "", 0, 0);
        RunChanges changes = StoreTables.changes(session, generations, before);
        long run = History.nextRun(planned.history());
        for (int i = 0; i < applied.size(); i++) {
            boolean last = i == applied.size() - 1;
            history.append(
                    session,
                    new HistoryEntry(
                            run,
                            applied.get(i).version(),
                            applied.get(i).description(),
                            Checksum.of(planned.scripts().get(i).script()),
                            Outcome.DONE,
                            starts.get(i),
                            applied.get(i).duration(),
                            applied.get(i).records(),
                            context.detail(
                                    backupName(), Optional.empty(), last ? Optional.of(changes) : Optional.empty())));
        }
    }

    private long run(Session session, PlannedScript script) throws SQLException {
        current = Optional.of(script.script());
        long records = 0;
        Generations changing = backup.map(generations::leavingTo).orElse(generations);
        for (PlannedTask task : script.tasks()) {
            try {
                records += TaskRun.run(
                        session, changing, script.script(), task, Failures.stoppingAtTheFirst(), context.progress());
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

    /** What is kept in the database was rolled back with the rest. */
    private Optional<String> backupLeft() {
        return backupName()
                .filter(name -> generations
                        .engine()
                        .copies()
                        .filter(copies -> copies.has(name))
                        .isPresent());
    }

    private Optional<String> backupName() {
        return backup.map(Copies.Copy::name);
    }

    private Optional<Copies.Copy> copied(Session session, int version) throws SQLException {
        Optional<Copies> copies = generations.engine().copies();
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        context.progress().at(Progress.Phase.BACKUP, "", 0, 0);
        String name = copies.get().freeName(session, BackupLabel.of(started, version));
        try {
            return Optional.of(copies.get().make(session, name, StoreTables.of(session, generations)));
        } catch (SQLException e) {
            if (generations.engine().connections().undoes(e)) {
                throw e;
            }
            throw new BackupFailed(name, e);
        } catch (RuntimeException e) {
            throw new BackupFailed(name, e);
        }
    }

    /** Behind the roll-back: a failure goes to the history once a script has begun, that of a plan or a backup does not. */
    void recordFailure(Throwable failure) {
        if (current.isEmpty()) {
            return;
        }
        Script script = current.get();
        Optional<String> left = backupLeft();
        generations.engine().connections().change(session -> {
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
                            context.detail(left, Optional.of(String.valueOf(failure.getMessage())), Optional.empty())));
            return script;
        });
    }
}
