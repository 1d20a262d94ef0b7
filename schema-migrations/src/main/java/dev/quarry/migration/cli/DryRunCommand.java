package dev.quarry.migration.cli;

import dev.quarry.migration.DryRun;
import dev.quarry.migration.Failure;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "dry-run",
        description = "Converts every record, lists what fails, and takes all of it back. Other writers wait as long.")
final class DryRunCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ProgressOptions progress = new ProgressOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DryRunCommand() {}

    @Override
    public Integer call() {
        DryRun dry;
        try (ConsoleProgress bar = progress.start(spec.commandLine().getErr())) {
            dry = database.writing(migrator -> migrator.withProgress(bar).dryRun());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (dry.plan().parts().isEmpty()) {
            out.print(dry.plan().describe());
            return ExitCodes.DONE;
        }
        out.println(database.name() + ", from version " + dry.plan().from() + " to "
                + dry.plan().to() + ": " + Output.records(dry.records()) + " converted in "
                + Output.seconds(dry.duration()) + ", and taken back");
        report(dry, out);
        out.println(dry.succeeds() ? "a run would succeed" : "a run would fail");
        return dry.succeeds() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static void report(DryRun dry, PrintWriter out) {
        new TreeMap<>(dry.counts())
                .forEach((reason, count) -> out.println("  " + Output.records(count) + " " + (count == 1 ? "is" : "are")
                        + " refused: " + words(reason)));
        for (Failure failure : dry.failures()) {
            out.println("    " + failure.describe());
        }
        if (dry.failureCount() > dry.failures().size()) {
            out.println("    … and " + (dry.failureCount() - dry.failures().size()) + " more");
        }
        if (dry.notReversible() > 0) {
            out.println("  " + Output.records(dry.notReversible()) + " would not come back as they were by down()");
        }
        if (dry.needed() > 0) {
            String free = dry.free() == Long.MAX_VALUE
                    ? "how much the server has free cannot be told"
                    : Output.megabytes(dry.free()) + " free";
            out.println("  disk: " + Output.megabytes(dry.needed()) + " needed, " + free);
        }
    }

    static String words(Failure.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "what is stored cannot be read as the old record";
            case CONVERTER -> "the script's code or the new record's constructor threw";
            case NULL -> "a value that has to be there would be null";
            case INVALID -> "a value, or the new key, is none that can be stored there";
            case KEY_TAKEN -> "the new key is that of another record";
            case NOT_UNIQUE -> "records would agree where that is to be unique";
            case NO_TARGET -> "no part of the split store takes it";
        };
    }
}
