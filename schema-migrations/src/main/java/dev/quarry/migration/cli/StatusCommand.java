package dev.quarry.migration.cli;

import dev.quarry.migration.MigrationStatus;
import dev.quarry.migration.Migrator;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Shows which scripts the database has and which it lacks.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StatusCommand() {}

    @Override
    public Integer call() {
        MigrationStatus status = database.reading(Migrator::status);
        PrintWriter out = spec.commandLine().getOut();
        out.println(database.name()
                + (status.version() == 0 ? " has had no script yet" : " is at version " + status.version()));
        if (status.scripts().isEmpty()) {
            out.println("no scripts are listed in META-INF/services/dev.quarry.migration.Script on the class path");
            return ExitCodes.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("version", "state", "since", "description"));
        status.scripts()
                .forEach(script -> rows.add(List.of(
                        Integer.toString(script.version()),
                        script.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        script.state() == MigrationStatus.State.PENDING
                                ? "-"
                                : script.entry()
                                        .map(entry -> Output.time(entry.started()))
                                        .orElse("-"),
                        script.description())));
        Output.table(out, rows);
        status.problems().forEach(problem -> out.println("problem: " + problem));
        return status.problems().isEmpty() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
