package dev.quarry.migration;

import dev.quarry.migration.MigrationStatus.ScriptStatus;
import dev.quarry.migration.MigrationStatus.State;
import dev.quarry.migration.history.History;
import dev.quarry.migration.history.HistoryEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the scripts with the history. */
final class StatusOfScripts {
    private StatusOfScripts() {}

    static MigrationStatus of(String location, List<Script> scripts, List<HistoryEntry> history) {
        Map<Integer, HistoryEntry> applied = History.applied(history);
        int version = applied.isEmpty() ? 0 : Collections.max(applied.keySet());
        Map<Integer, ScriptStatus> all = new TreeMap<>();
        applied.forEach((number, entry) ->
                all.put(number, new ScriptStatus(number, entry.description(), State.MISSING, Optional.of(entry))));
        for (Script script : scripts) {
            Optional<HistoryEntry> entry = Optional.ofNullable(applied.get(script.version()));
            State state = entry.map(found -> Checksum.isOf(found.checksum(), script) ? State.APPLIED : State.CHANGED)
                    .orElse(script.version() < version ? State.OUT_OF_ORDER : State.PENDING);
            all.put(
                    script.version(),
                    new ScriptStatus(
                            script.version(),
                            script.description(),
                            state,
                            entry.or(() -> last(history, script.version()))));
        }
        return new MigrationStatus(location, version, List.copyOf(all.values()), List.of());
    }

    private static Optional<HistoryEntry> last(List<HistoryEntry> history, int version) {
        return history.stream().filter(entry -> entry.version() == version).reduce((first, second) -> second);
    }
}
