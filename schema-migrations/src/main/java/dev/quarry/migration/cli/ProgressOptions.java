package dev.quarry.migration.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether a progress bar is drawn. */
final class ProgressOptions {
    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            defaultValue = "AUTO",
            description =
                    "draw a progress bar: ${COMPLETION-CANDIDATES}; auto draws it on a terminal (${DEFAULT-VALUE})")
    private When when = When.AUTO;

    ProgressOptions() {}

    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    ConsoleProgress start(PrintWriter console) {
        boolean draws = when == When.ALWAYS || (when == When.AUTO && System.console() != null);
        return draws ? ConsoleProgress.drawing(console) : ConsoleProgress.silent();
    }
}
