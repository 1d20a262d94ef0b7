package dev.quarry.benchmarks;

import dev.quarry.testing.PostgresNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures Quarry and hand-written JDBC in turn, and says how they compare. */
public final class Benchmarks {
    private static final String SERVER = "quarry.url";

    private Benchmarks() {}

    /**
     * Runs the benchmarks; some fifteen minutes unless told otherwise. PostgreSQL is the server that the system property
     * {@code quarry.url} names, or one that is started for this, in the directory for temporary files, and waits for the disk.
     *
     * @param arguments JMH's own, such as {@code -f 1 get}; {@code -h} lists them
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException, IOException {
        CommandLineOptions options = new CommandLineOptions(arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        var results = System.getProperty(SERVER, "").isEmpty() ? runOnOwnServer(options) : new Runner(options).run();
        new RatioTable(new PrintStream(System.out, true, StandardCharsets.UTF_8)).print(Comparison.of(results));
    }

    private static Collection<RunResult> runOnOwnServer(Options options) throws RunnerException, IOException {
        Path directory = Files.createTempDirectory("quarry-benchmark");
        try (PostgresNode server = PostgresNode.create(directory.resolve("postgresql"))) {
            return new Runner(new OptionsBuilder()
                            .parent(options)
                            .jvmArgsAppend("-D" + SERVER + "=" + server.url())
                            .build())
                    .run();
        } finally {
            Directories.delete(directory);
        }
    }
}
