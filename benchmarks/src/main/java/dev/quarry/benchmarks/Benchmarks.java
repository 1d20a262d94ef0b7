package dev.quarry.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Measures Quarry and hand-written JDBC in turn, and says how they compare. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Runs the benchmarks; some four minutes unless told otherwise.
     *
     * @param arguments JMH's own, such as {@code -f 1 get}; {@code -h} lists them
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException, IOException {
        CommandLineOptions options = new CommandLineOptions(arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        var results = new Runner(options).run();
        new RatioTable(new PrintStream(System.out, true, StandardCharsets.UTF_8)).print(Comparison.of(results));
    }
}
