package dev.quarry.migration.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "baseline",
        description = "Declares, without running any, that the database has all scripts up to a version.")
final class BaselineCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "VERSION", description = "the version of the program that made the database")
    private int version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BaselineCommand() {}

    @Override
    public Integer call() {
        int declared = database.writing(migrator -> migrator.baseline(version));
        spec.commandLine()
                .getOut()
                .println(database.name() + " is declared to be at version " + version + " (" + declared + " script"
                        + (declared == 1 ? "" : "s") + " it need not run)");
        return ExitCodes.DONE;
    }
}
