package dev.quarry.migration;

import dev.quarry.Database;
import dev.quarry.error.OutcomeUnknown;
import dev.quarry.migration.error.InvalidScript;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.store.Generations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs migration scripts on a database. Immutable and thread-safe.
 *
 * <p>{@link #run} is offline: programs with records of the old shape can read while it lasts, wait with their writes, and get
 * {@link dev.quarry.error.StoreMissing} or {@link dev.quarry.error.SchemaLocked} afterwards.
 *
 * <pre>{@code
 * try (Database db = DB.open("people.db")) {
 *     Migrator.of(db, new V2__split_name()).run();
 *     Datastore<Person> people = db.store("people", Person.class);
 * }
 * }</pre>
 */
public final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final Generations generations;
    private final List<Script> scripts;
    private final RunContext context;

    private Migrator(Generations generations, List<Script> scripts, RunContext context) {
        this.generations = generations;
        this.scripts = scripts;
        this.context = context;
    }

    /**
     * A migrator with some scripts, in any order.
     *
     * @throws InvalidScript if two have one version, or one has none
     */
    public static Migrator of(Database database, Script... scripts) {
        return of(database, List.of(scripts));
    }

    /** A migrator with some scripts, in any order; throws {@link InvalidScript} as {@link #of(Database, Script...)} does. */
    public static Migrator of(Database database, List<? extends Script> scripts) {
        List<Script> sorted = new ArrayList<>(scripts);
        sorted.sort(Comparator.comparingInt(Script::version));
        for (int i = 0; i < sorted.size(); i++) {
            int version = sorted.get(i).version();
            String name = sorted.get(i).getClass().getName();
            if (version < 1) {
                throw new InvalidScript(name, "its version is " + version + ", and versions begin with 1");
            }
            if (i > 0 && version == sorted.get(i - 1).version()) {
                throw new InvalidScript(
                        name,
                        "version " + version + " is that of "
                                + sorted.get(i - 1).getClass().getName() + " too; give one of the two another");
            }
        }
        return new Migrator(database.generations(), List.copyOf(sorted), RunContext.standard());
    }

    /**
     * A migrator with all scripts that are listed in {@code META-INF/services/dev.quarry.migration.Script}.
     *
     * @throws InvalidScript if what is listed is no script that can be made, or as {@link #of(Database, Script...)} does
     */
    public static Migrator discovered(Database database) {
        return of(database, ListedScripts.load());
    }

    /** The same, with a name and version of the program for the history; the main class's name if none is given. */
    public Migrator withApplication(String application) {
        Objects.requireNonNull(application, "application");
        return new Migrator(generations, scripts, context.withApplication(application));
    }

    /** The same, which tells how far it is. */
    public Migrator withProgress(Progress progress) {
        Objects.requireNonNull(progress, "progress");
        return new Migrator(generations, scripts, context.withProgress(progress));
    }

    Migrator with(RunContext other) {
        return new Migrator(generations, scripts, other);
    }

    private Planner planner() {
        return new Planner(generations, scripts);
    }

    /** Which scripts the database has and which it lacks. */
    public MigrationStatus status() {
        return generations.engine().connections().read(planner()::status);
    }

    /** What {@link #run} would do, in words; no record is read. */
    public MigrationPlan plan() {
        return generations
                .engine()
                .connections()
                .read(session -> planner().plan(session))
                .plan();
    }

    /**
     * Converts every record and takes it back again, so that all that would fail is known before. Other writers wait as long.
     *
     * @throws MigrationRefused if the scripts do not fit the database
     */
    public DryRun dryRun() {
        return new DryAttempt(generations, planner(), context).run();
    }

    /**
     * Runs all scripts that the database lacks, in one transaction, after a backup: afterwards it has all of them or is as it
     * was. Where nothing is to be done, nothing is written. A failure goes to the history.
     *
     * <p>The backup of {@code cities.db} is {@code cities.db.20261125T220753Z-v1.backup} beside it, a database like any
     * other. On PostgreSQL the tables from before the run are kept in the database as {@code 20261125T220753Z-v1.backup}. A
     * backup stays until it is deleted ({@link #deleteBackup}). A database in memory has none, and a run that converts no record
     * makes none.
     *
     * @throws MigrationRefused if the scripts do not fit the database
     * @throws dev.quarry.migration.error.MigrationFailed if a record does not convert
     * @throws dev.quarry.migration.error.NotEnoughSpace if the disk is too full
     * @throws dev.quarry.migration.error.BackupFailed if there is no backup
     * @throws dev.quarry.error.DatabaseBusy if another writer, such as another migrator, does not end in time
     */
    public MigrationRun run() {
        long begin = System.nanoTime();
        Optional<Integer> upToDate = generations.engine().connections().read(planner()::upToDate);
        if (upToDate.isPresent()) {
            return new MigrationRun(upToDate.get(), upToDate.get(), List.of(), Optional.empty(), context.since(begin));
        }
        Attempt attempt = new Attempt(generations, planner(), context);
        MigrationRun run;
        try {
            run = generations.engine().connections().change(attempt::run);
        } catch (OutcomeUnknown e) {
            // a run that may well have been committed has not failed
            throw e;
        } catch (RuntimeException | Error e) {
            try {
                attempt.recordFailure(e);
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        if (!run.scripts().isEmpty()) {
            LOG.info(
                    "migrated {} from version {} to {}",
                    generations.engine().connections().location(),
                    run.from(),
                    run.to());
        }
        return run;
    }

    /** What has been done to the database, the oldest entry first. */
    public List<HistoryEntry> history() {
        return generations.engine().connections().read(new History(generations.engine())::all);
    }

    /** {@link #undo(LaterWrites)}, which refuses if a store was written to since the run, or its schema changed. */
    public Undone undo() {
        return undo(LaterWrites.REFUSE);
    }

    /**
     * Takes the last run back, in one transaction: each store that it changed becomes what it is in the run's backup. Stores
     * that the run did not change stay as they are now, and stores that it renamed are only named as before. What was written
     * to the changed stores since the run is lost, as are changes of their schemas; that has to be asked for. A run that only
     * renamed stores needs no backup for it. Scripts that were declared to be there ({@link #baseline}) are taken back together.
     *
     * @throws dev.quarry.migration.error.UndoRefused if that is not possible, or loses what was not to be lost
     */
    public Undone undo(LaterWrites policy) {
        return new Undoing(generations, context, policy).run();
    }

    /** The backups of the runs in the history that are still there, the oldest first. */
    public List<String> backups() {
        return generations.engine().copies().stream()
                .flatMap(copies -> history().stream()
                        .flatMap(entry -> entry.backup().stream())
                        .distinct()
                        .filter(copies::has))
                .toList();
    }

    /**
     * Deletes a backup, after which its run cannot be undone.
     *
     * @param name from {@link #backups}
     * @return whether there was one
     */
    public boolean deleteBackup(String name) {
        return backups().contains(name)
                && generations
                        .engine()
                        .copies()
                        .filter(copies -> copies.delete(name))
                        .isPresent();
    }

    /**
     * Declares, without running any, that the database has all scripts up to a version: for databases that were made by a
     * program of that version.
     *
     * @return how many scripts that were
     * @throws MigrationRefused if there is no script of that version, or a store still has the shape from before one
     */
    public int baseline(int version) {
        return new Baseline(generations, scripts, context).declare(version);
    }
}
