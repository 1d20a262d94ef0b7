package dev.quarry.migration.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words and tables that people read. */
final class Output {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final double MEGABYTE = 1_000_000;
    private static final double SECOND = 1_000;

    private Output() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / SECOND);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }

    static String records(long count) {
        return String.format(Locale.ROOT, "%,d record%s", count, count == 1 ? "" : "s");
    }

    /** Columns as wide as their longest cell, two blanks apart; the first row is the head. */
    static void table(PrintWriter out, List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < row.size(); i++) {
                line.append(' ')
                        .append(row.get(i))
                        .append(" ".repeat(widths.get(i) - row.get(i).length() + 1));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
