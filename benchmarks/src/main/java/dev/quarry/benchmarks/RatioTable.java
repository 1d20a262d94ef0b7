package dev.quarry.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints comparisons as a Markdown table. */
final class RatioTable {
    private final PrintStream out;

    RatioTable(PrintStream out) {
        this.out = out;
    }

    void print(List<Comparison> comparisons) {
        out.println();
        out.println("| engine | operation | records | JDBC, µs | Quarry, µs | Quarry / JDBC |");
        out.println("|---|---|---|---|---|---|");
        for (Comparison comparison : comparisons) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %.2f ± %.2f |%n",
                    comparison.engine(),
                    comparison.operation(),
                    comparison.rows(),
                    text(comparison.jdbc()),
                    text(comparison.quarry()),
                    comparison.ratio(),
                    comparison.error());
        }
    }

    private static String text(Comparison.Time time) {
        return String.format(Locale.ROOT, "%.1f ± %.1f", time.micros(), time.error());
    }
}
