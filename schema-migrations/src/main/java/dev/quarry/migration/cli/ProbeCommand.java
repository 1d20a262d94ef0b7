package dev.quarry.migration.cli;

import dev.quarry.engine.CapabilityProbe;
import dev.quarry.engine.ProbeResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "probe",
        description =
                "Tries what a server that speaks PostgreSQL's language has of what Quarry relies on, and says how to open it.")
final class ProbeCommand implements Callable<Integer> {
    @Option(
            names = "--database",
            required = true,
            paramLabel = "URL",
            description = "the database to try; tables named quarry_probe… are made in it and dropped again")
    private String url = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ProbeCommand() {}

    @Override
    public Integer call() {
        List<ProbeResult> results = CapabilityProbe.run(url);
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what", "found", "instead"));
        for (ProbeResult result : results) {
            rows.add(List.of(
                    result.subject(),
                    found(result),
                    result.failure().map(ProbeCommand::firstLine).orElse("")));
        }
        Output.table(out, rows);
        if (!results.stream().allMatch(ProbeResult::isUsable)) {
            out.println("Quarry cannot do without all of what is missing, so it cannot use this database");
            return ExitCodes.FAILED;
        }
        out.println("open it with " + opening(results));
        return ExitCodes.DONE;
    }

    private static String found(ProbeResult result) {
        if (result.isProved()) {
            return "yes";
        }
        return result.isUsable() ? "no, done without" : "no, needed";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String opening(List<ProbeResult> results) {
        String missing = results.stream()
                .filter(result -> !result.isProved())
                .flatMap(result -> result.capability().stream())
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? "DB.open(url)"
                : "DB.open(url, without(" + missing + ")), or copy --without " + missing.replace(" ", "");
    }
}
