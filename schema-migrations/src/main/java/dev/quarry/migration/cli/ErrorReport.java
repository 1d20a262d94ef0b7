package dev.quarry.migration.cli;

import dev.quarry.error.CannotOpen;
import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.OutcomeUnknown;
import dev.quarry.migration.error.InvalidScript;
import dev.quarry.migration.error.MigrationRefused;
import dev.quarry.migration.error.UndoRefused;
import picocli.CommandLine;

/** Says what went wrong in words, without a stack trace where the words are all that there is to know. */
final class ErrorReport implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("error: " + thrown.getMessage());
        if (!(thrown instanceof DatastoreException)) {
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return code(thrown);
    }

    private static int code(Exception thrown) {
        if (thrown instanceof MigrationRefused || thrown instanceof UndoRefused || thrown instanceof InvalidScript) {
            return ExitCodes.REFUSED;
        }
        if (thrown instanceof CannotOpen || thrown instanceof DatabaseBusy) {
            return ExitCodes.UNAVAILABLE;
        }
        return thrown instanceof OutcomeUnknown ? ExitCodes.UNKNOWN : ExitCodes.FAILED;
    }
}
