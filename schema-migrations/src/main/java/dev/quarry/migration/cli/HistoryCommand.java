package dev.quarry.migration.cli;

import dev.quarry.migration.history.HistoryEntry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "history", description = "Lists all that has been done to the database, failures included.")
final class HistoryCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    HistoryCommand() {}

    /** What was done, and the backups that are still there. */
    private record Past(List<HistoryEntry> history, Set<String> backups) {
        String backup(HistoryEntry entry) {
            return entry.backup()
                    .map(name -> backups.contains(name) ? name : "gone (" + name + ")")
                    .orElse("-");
        }
    }

    @Override
    public Integer call() {
        Past past = database.reading(migrator -> new Past(migrator.history(), Set.copyOf(migrator.backups())));
        List<HistoryEntry> history = past.history();
        PrintWriter out = spec.commandLine().getOut();
        if (history.isEmpty()) {
            out.println(database.name() + " has no history");
            return ExitCodes.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run", "version", "outcome", "when", "took", "records", "by", "backup", "description"));
        for (HistoryEntry entry : history) {
            rows.add(List.of(
                    Long.toString(entry.run()),
                    Integer.toString(entry.version()),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    Output.time(entry.started()),
                    Output.seconds(entry.duration()),
                    String.format(Locale.ROOT, "%,d", entry.records()),
                    entry.detail().user()
                            + (entry.detail().application().isEmpty() ? "" : ", ")
                            + entry.detail().application(),
                    past.backup(entry),
                    entry.description()));
        }
        Output.table(out, rows);
        for (HistoryEntry entry : history) {
            entry.detail().failure().ifPresent(failure -> out.println("run " + entry.run() + " failed: " + failure));
        }
        return ExitCodes.DONE;
    }
}
