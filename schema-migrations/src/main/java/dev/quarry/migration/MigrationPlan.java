package dev.quarry.migration;

import java.util.List;

/**
 * What a run would do, in words.
 *
 * @param location the file or URL
 * @param from the version before
 * @param to the version after
 * @param makesBackup whether a run makes a backup: it does where it converts records, except in memory
 * @param parts one for each script, in order
 * @param problems what keeps the scripts from running, one line each with what to do
 */
public record MigrationPlan(
        String location, int from, int to, boolean makesBackup, List<Part> parts, List<String> problems) {
    public MigrationPlan {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * What one script would do.
     *
     * @param version its version
     * @param description its description
     * @param lines what it does, in order; lines that begin with two blanks say more about the one before
     */
    public record Part(int version, String description, List<String> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** All of it as text of several lines. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        if (parts.isEmpty()) {
            text.append("nothing to do: the database is at version ")
                    .append(from)
                    .append('\n');
        }
        for (Part part : parts) {
            text.append("version ")
                    .append(part.version())
                    .append(", ")
                    .append(part.description())
                    .append('\n');
            part.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        if (!problems.isEmpty()) {
            text.append("this cannot run:\n");
            problems.forEach(problem -> text.append("  ").append(problem).append('\n'));
        }
        return text.toString();
    }
}
