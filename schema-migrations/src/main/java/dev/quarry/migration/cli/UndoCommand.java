package dev.quarry.migration.cli;

import dev.quarry.migration.LaterWrites;
import dev.quarry.migration.Undone;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "undo", description = "Takes the last run back: the stores that it changed become what its backup has.")
final class UndoCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--discard-later-writes",
            description = "undo also if that loses what was written to the changed stores since the run")
    private boolean discard;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UndoCommand() {}

    @Override
    public Integer call() {
        LaterWrites policy = discard ? LaterWrites.DISCARD : LaterWrites.REFUSE;
        Undone undone = database.writing(migrator -> migrator.undo(policy));
        PrintWriter out = spec.commandLine().getOut();
        out.println(database.name() + " is back from version " + undone.from() + " to " + undone.to());
        if (!undone.restored().isEmpty()) {
            out.println("  as before the run: " + String.join(", ", undone.restored()));
        }
        undone.lost().forEach(lost -> out.println("  lost: " + lost));
        return ExitCodes.DONE;
    }
}
