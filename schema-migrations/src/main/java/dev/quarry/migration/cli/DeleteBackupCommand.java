package dev.quarry.migration.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "delete-backup", description = "Deletes a backup; its run can no longer be undone.")
final class DeleteBackupCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "NAME", description = "the backup, as 'backups' lists it")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DeleteBackupCommand() {}

    @Override
    public Integer call() {
        if (database.writing(migrator -> migrator.deleteBackup(name))) {
            spec.commandLine().getOut().println("the backup " + name + " is deleted");
            return ExitCodes.DONE;
        }
        spec.commandLine().getErr().println(database.name() + " has no backup " + name);
        return ExitCodes.FAILED;
    }
}
