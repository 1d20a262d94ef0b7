package dev.quarry.migration.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: {@code java -cp … dev.quarry.migration.cli.Migrate run --database app.db}. Scripts are those that the
 * class path lists in {@code META-INF/services/dev.quarry.migration.Script}. {@link ExitCodes} says what it returns.
 */
@Command(
        name = "migrate",
        description = "Runs the migration scripts of the class path on a database.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StatusCommand.class,
            PlanCommand.class,
            DryRunCommand.class,
            RunCommand.class,
            HistoryCommand.class,
            UndoCommand.class,
            BackupsCommand.class,
            DeleteBackupCommand.class,
            BaselineCommand.class,
            CopyCommand.class,
            ProbeCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is done, or there was nothing to do",
            "1:something failed, and everything is as it was before (what was copied stays, and a copy goes on from there); or"
                    + " a dry run found what would fail",
            "2:the command line is wrong",
            "3:the scripts, or an undo, do not fit the database",
            "4:the database cannot be opened, or is busy",
            "5:the connection was lost at the end of a change, so it is not known whether it was done; see history"
        })
public final class Migrate {
    Migrate() {}

    /** Runs a command and ends the program. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for programs that offer it as a part of their own. */
    public static CommandLine commandLine() {
        return new CommandLine(new Migrate())
                .setExecutionExceptionHandler(new ErrorReport())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
