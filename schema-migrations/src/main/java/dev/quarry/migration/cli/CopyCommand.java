package dev.quarry.migration.cli;

import static dev.quarry.Options.readOnly;

import dev.quarry.CopiedStore;
import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.OpenOption;
import dev.quarry.engine.Capability;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "copy",
        description =
                "Copies all stores of a database into another one, of another engine if need be. A copy that was interrupted"
                        + " goes on where it stopped; every store is compared in the end.")
final class CopyCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE or URL",
            description = "the database to copy, which is only read")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE or URL",
            description = "where to; a file is created, a server's database has to be there")
    private String to = "";

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "NAME",
            description = "what the database lacks into which is copied, as probe found it: ${COMPLETION-CANDIDATES}")
    private Set<Capability> without = Set.of();

    @Mixin
    private ProgressOptions progress = new ProgressOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CopyCommand() {}

    @Override
    public Integer call() {
        new Location(from).requireThere();
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("store", "records", "digest"));
        try (Database source = DB.open(from, readOnly());
                Database target = DB.open(to, options());
                ConsoleProgress console = progress.start(spec.commandLine().getErr())) {
            for (CopiedStore store : DB.copy(source, target, console::copied)) {
                rows.add(List.of(store.name(), String.format(Locale.ROOT, "%,d", store.records()), store.digest()));
            }
        }
        Output.table(out, rows);
        out.println("all of it is there, and the same");
        return ExitCodes.DONE;
    }

    private OpenOption[] options() {
        return without.isEmpty() ? new OpenOption[0] : new OpenOption[] {new OpenOption.Without(without)};
    }
}
