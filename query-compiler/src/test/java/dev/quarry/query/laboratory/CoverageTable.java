package dev.quarry.query.laboratory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run tried, in Markdown. */
final class CoverageTable {
    private CoverageTable() {}

    static String of(Coverage coverage, long start) {
        StringBuilder text = new StringBuilder();
        text.append("Start ").append(start).append(": ").append(coverage).append(".\n\n");
        text.append("| on | operations | tried least | times | tried most | times |\n|---|---|---|---|---|---|\n");
        groups(coverage.hits()).forEach((group, hits) -> text.append(row(group, hits)));
        text.append("\n| operation | expressions with it |\n|---|---|\n");
        coverage.hits()
                .forEach((operation, hits) -> text.append("| ")
                        .append(code(operation))
                        .append(" | ")
                        .append(hits)
                        .append(" |\n"));
        return text.toString();
    }

    private static Map<String, List<Map.Entry<String, Integer>>> groups(Map<String, Integer> hits) {
        Map<String, List<Map.Entry<String, Integer>>> groups = new TreeMap<>();
        hits.entrySet()
                .forEach(entry -> groups.computeIfAbsent(group(entry.getKey()), group -> new ArrayList<>())
                        .add(entry));
        return groups;
    }

    private static String group(String operation) {
        return Methods.row(operation)
                .map(row -> "methods of " + row.owner().displayName())
                .orElse("operators");
    }

    private static String row(String group, List<Map.Entry<String, Integer>> hits) {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.comparing(Map.Entry::getValue));
        Map.Entry<String, Integer> least = sorted.get(0);
        Map.Entry<String, Integer> most = sorted.get(sorted.size() - 1);
        return "| " + group + " | " + hits.size() + " | " + code(least.getKey()) + " | " + least.getValue() + " | "
                + code(most.getKey()) + " | " + most.getValue() + " |\n";
    }

    private static String code(String operation) {
        return "`" + operation.replace("|", "\\|") + "`";
    }
}
