package dev.quarry.migration.cli;

import dev.quarry.migration.MigrationRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Runs the scripts that the database lacks, in one transaction, behind a backup.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ProgressOptions progress = new ProgressOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand() {}

    @Override
    public Integer call() {
        MigrationRun run;
        try (ConsoleProgress bar = progress.start(spec.commandLine().getErr())) {
            run = database.writing(migrator -> migrator.withProgress(bar).run());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (run.scripts().isEmpty()) {
            out.println("nothing to do: " + database.name() + " is at version " + run.to());
            return ExitCodes.DONE;
        }
        out.println(database.name() + " is migrated from version " + run.from() + " to " + run.to());
        run.scripts()
                .forEach(script -> out.println("  version " + script.version() + ", " + script.description() + ": "
                        + Output.records(script.records()) + " in " + Output.seconds(script.duration())));
        run.backup().ifPresent(backup -> out.println("the backup is " + backup));
        return ExitCodes.DONE;
    }
}
