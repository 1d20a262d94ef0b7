package dev.quarry.migration.cli;

import dev.quarry.migration.MigrationPlan;
import dev.quarry.migration.Migrator;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "plan", description = "Says in words what a run would do. No record is read.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PlanCommand() {}

    @Override
    public Integer call() {
        MigrationPlan plan = database.reading(Migrator::plan);
        PrintWriter out = spec.commandLine().getOut();
        if (!plan.parts().isEmpty()) {
            out.println(database.name() + ", from version " + plan.from() + " to " + plan.to());
        }
        out.print(plan.describe());
        if (!plan.parts().isEmpty() && plan.problems().isEmpty()) {
            out.println("all of it is one transaction, "
                    + (plan.makesBackup() ? "behind a backup" : "without a backup since no record is converted")
                    + "; undo takes it back");
        }
        return plan.problems().isEmpty() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
