package dev.quarry.migration.cli;

import dev.quarry.migration.Migrator;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "backups", description = "Lists the backups that runs have left and that are still there.")
final class BackupsCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BackupsCommand() {}

    @Override
    public Integer call() {
        List<String> backups = database.reading(Migrator::backups);
        PrintWriter out = spec.commandLine().getOut();
        if (backups.isEmpty()) {
            out.println(database.name() + " has no backups");
        }
        backups.forEach(out::println);
        return ExitCodes.DONE;
    }
}
