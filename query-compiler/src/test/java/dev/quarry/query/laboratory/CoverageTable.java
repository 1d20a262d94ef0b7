package dev.quarry.query.laboratory;

import dev.quarry.query.catalog.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run tried, in Markdown. */
final class CoverageTable {
    private CoverageTable() {}

    static String of(Coverage coverage, long start) {
        StringBuilder text = new StringBuilder();
        text.append("Start ").append(start).append(": ").append(coverage).append(".\n\n");
        text.append("| on | operations | tried least | times | tried most | times |\n|---|---|---|---|---|---|\n");
        groups(coverage.hits()).forEach((group, hits) -> text.append(row(group, hits)));
        text.append("\n| on | operations, each with the number of expressions that it was in |\n|---|---|\n");
        groups(coverage.hits()).forEach((group, hits) -> text.append(list(group, hits)));
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

    private static String list(String group, List<Map.Entry<String, Integer>> hits) {
        return hits.stream()
                .map(hit -> code(withoutOwner(hit.getKey())) + " " + hit.getValue())
                .collect(Collectors.joining(", ", "| " + group + " | ", " |\n"));
    }

    private static String withoutOwner(String operation) {
        return Methods.row(operation).map(Row::signature).orElse(operation);
    }

    private static String code(String operation) {
        return "`" + operation.replace("|", "\\|") + "`";
    }
}
