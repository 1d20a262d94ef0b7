package dev.quarry.migration;

import dev.quarry.engine.Copies;
import dev.quarry.engine.Session;
import dev.quarry.migration.error.UndoRefused;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import dev.quarry.migration.history.Outcome;
import dev.quarry.migration.history.RunChanges;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreDescription;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes the last run back: the stores that it changed become again what the backup has, those that it only renamed get their names
 * back, and all others stay as they are. What was only declared is declared no more.
 */
final class Undoing {
    /** No store has that number. */
    private static final long NONE = -1;

    private final Generations generations;
    private final History history;
    private final RunContext context;
    private final LaterWrites policy;

    Undoing(Generations generations, RunContext context, LaterWrites policy) {
        this.generations = generations;
        this.history = new History(generations.engine());
        this.context = context;
        this.policy = policy;
    }

    Undone run() {
        LastRun last = generations.engine().connections().read(this::lastRun);
        if (toBringBack(last.changes()).isEmpty()) {
            return generations.engine().connections().change(session -> undo(session, last, Optional.empty()));
        }
        Copies copies = generations
                .engine()
                .copies()
                .orElseThrow(
                        () -> refused(List.of("a database in memory has no backup from which it could be restored")));
        String backup = last.backup().orElseThrow(() -> refused(List.of("the run has left no backup")));
        if (!copies.has(backup)) {
            throw refused(List.of("its backup " + backup + " is not there"
                    + copies.file()
                            .map(file -> "; put it back beside the database, as "
                                    + file.toAbsolutePath().resolveSibling(backup))
                            .orElse(" any more")));
        }
        return copies.restoring(backup, (session, source) -> undo(session, last, Optional.of(source)));
    }

    /** The tables that only the backup still has, by the stores that had them. */
    private static SortedMap<String, String> toBringBack(RunChanges changes) {
        SortedMap<String, String> tables = new TreeMap<>(changes.before());
        tables.keySet().removeAll(changes.namesBefore().values());
        return tables;
    }

    /** The entries of the last run that was done and not undone. */
    private record LastRun(List<HistoryEntry> entries, RunChanges changes, Optional<String> backup) {}

    private LastRun lastRun(Session session) throws SQLException {
        List<HistoryEntry> all = history.all(session);
        Map<Integer, HistoryEntry> applied = new TreeMap<>(History.applied(all));
        List<HistoryEntry> entries = new ArrayList<>(applied.values());
        if (entries.isEmpty()) {
            throw refused(List.of("there is none: no script has run"));
        }
        HistoryEntry last = entries.get(entries.size() - 1);
        List<HistoryEntry> ofRun =
                entries.stream().filter(entry -> entry.run() == last.run()).toList();
        if (last.outcome() == Outcome.DONE && last.detail().stores().isEmpty()) {
            throw refused(List.of("version " + last.version()
                    + " was run in another database, of which this one is a copy; undo it there"));
        }
        RunChanges changes = last.detail().stores().orElse(new RunChanges(Map.of(), Map.of()));
        return new LastRun(ofRun, changes, last.detail().backup());
    }

    private Undone undo(Session session, LastRun expected, Optional<Copies.Source> backup) throws SQLException {
        LastRun last = lastRun(session);
        if (!last.equals(expected)) {
            throw refused(List.of("another run came in between; try again"));
        }
        requireUnmoved(session, last.changes());
        for (String store : new TreeSet<>(last.changes().after().keySet())) {
            generations.lock(session, store);
        }
        List<String> later = new LaterChanges(session, generations).to(last.changes());
        if (!later.isEmpty() && policy == LaterWrites.REFUSE) {
            throw refused(later);
        }
        takeAway(session, last.changes());
        if (backup.isPresent()) {
            bringBack(session, last.changes(), backup.get());
        }
        for (HistoryEntry entry : last.entries()) {
            generations.forgetPassing(session, Script.origin(entry.version(), entry.description()));
            history.append(
                    session,
                    new HistoryEntry(
                            entry.run(),
                            entry.version(),
                            entry.description(),
                            entry.checksum(),
                            Outcome.UNDONE,
                            context.clock().instant(),
                            Duration.ZERO,
                            0,
                            context.detail(Optional.empty(), Optional.empty(), Optional.empty())));
        }
        int from = last.entries().get(last.entries().size() - 1).version();
        int to = History.applied(history.all(session)).keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(last.entries().get(0).version() - 1);
        return new Undone(
                from, to, last.changes().before().keySet().stream().sorted().toList(), later);
    }

    /** Stores that were renamed, dropped or made since do not fit what the backup has. One of another shape is the same store. */
    private void requireUnmoved(Session session, RunChanges changes) throws SQLException {
        Map<String, String> now = StoreTables.of(session, generations);
        Map<String, Long> ids = generations.stores(session).stream()
                .collect(Collectors.toMap(StoreDescription::name, StoreDescription::id));
        List<String> reasons = new ArrayList<>();
        changes.after().forEach((store, left) -> {
            boolean same = left.table().equals(now.get(store)) || ids.getOrDefault(store, NONE) == left.id();
            if (!same) {
                reasons.add(
                        "store '" + store + "' is not the one any more that the run left: it was renamed, dropped or"
                                + " made anew since");
            }
        });
        changes.before().keySet().forEach(store -> {
            if (now.containsKey(store) && !changes.after().containsKey(store)) {
                reasons.add("there is a new store '" + store
                        + "', where the one from before the run would go; rename or" + " drop it first");
            }
        });
        if (!reasons.isEmpty()) {
            throw refused(reasons);
        }
    }

    /** Drops what the run made, and gives the stores that it only renamed their names back. */
    private void takeAway(Session session, RunChanges changes) throws SQLException {
        Map<String, String> names = changes.namesBefore();
        for (String store : new TreeSet<>(changes.after().keySet())) {
            if (!names.containsKey(store)) {
                generations.drop(session, store);
            }
        }
        generations.rename(session, names);
    }

    private void bringBack(Session session, RunChanges changes, Copies.Source backup) throws SQLException {
        for (Map.Entry<String, String> store : toBringBack(changes).entrySet()) {
            String entry = backup.catalogEntry(session, store.getKey())
                    .orElseThrow(() -> refused(List.of("its backup has no store '" + store.getKey() + "'")));
            // this refuses the backup of another database, whose tables may have other names
            generations.adopt(session, store.getKey(), entry);
            backup.restore(session, store.getValue());
        }
    }

    private UndoRefused refused(List<String> reasons) {
        return new UndoRefused(generations.engine().connections().location(), reasons);
    }
}
