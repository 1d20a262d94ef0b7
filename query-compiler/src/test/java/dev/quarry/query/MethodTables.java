package dev.quarry.query;

import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.catalog.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of methods as Markdown. */
final class MethodTables {
    private MethodTables() {}

    /** For each class how its methods are said in SQL, and why the others are refused. */
    static String whole() {
        return owners().stream().map(MethodTables::section).collect(Collectors.joining("\n"));
    }

    /** For each class how many of its methods there are. */
    static String counts() {
        StringBuilder table =
                new StringBuilder("| methods of | in a condition | on PostgreSQL too | refused |\n|---|---|---|---|\n");
        for (Owner owner : owners()) {
            table.append("| ").append(name(owner)).append(" | ");
            table.append(supported(owner).size()).append(" | ");
            table.append(supported(owner).stream()
                            .filter(MethodTables::isOnPostgres)
                            .count())
                    .append(" | ");
            table.append(refused(owner).values().stream().mapToInt(Set::size).sum());
            table.append(" |\n");
        }
        return table.toString();
    }

    private static List<Owner> owners() {
        return Arrays.stream(Owner.values())
                .filter(owner -> owner != Owner.NOTHING)
                .toList();
    }

    private static String name(Owner owner) {
        return Character.isUpperCase(owner.displayName().charAt(0))
                ? "`" + owner.displayName() + "`"
                : owner.displayName();
    }

    private static String section(Owner owner) {
        StringBuilder section = new StringBuilder("### ").append(name(owner)).append("\n\n");
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        supported(owner)
                .forEach(row -> byWord.computeIfAbsent(row.treatment().word(), word -> new ArrayList<>())
                        .add("`" + row.signature() + "`" + (isOnPostgres(row) ? "" : " \u00b9")));
        section.append("| in SQL | methods |\n|---|---|\n");
        byWord.forEach((word, methods) -> section.append("| ")
                .append(word)
                .append(" | ")
                .append(String.join(" ", methods))
                .append(" |\n"));
        section.append("\n| refused | because | instead |\n|---|---|---|\n");
        refused(owner)
                .forEach((refusal, methods) -> section.append("| `")
                        .append(String.join(" ", methods))
                        .append("` | ")
                        .append(refusal.reason())
                        .append(" | ")
                        .append(refusal.rewrite())
                        .append(" |\n"));
        return section.toString();
    }

    private static boolean isOnPostgres(Row row) {
        return row.isExactOn("postgresql");
    }

    /** The rows, each signature once. */
    private static List<Row> supported(Owner owner) {
        Set<String> seen = new LinkedHashSet<>();
        return Catalog.all().stream()
                .filter(row -> row.owner() == owner && row.isSupported() && seen.add(row.signature()))
                .toList();
    }

    /** The methods of which no overload is supported. */
    private static Map<Refusal, Set<String>> refused(Owner owner) {
        List<String> supported = Catalog.methods(owner);
        Map<Refusal, Set<String>> refused = new LinkedHashMap<>();
        for (Row row : Catalog.all()) {
            if (row.owner() == owner
                    && !supported.contains(row.method())
                    && row.treatment() instanceof Row.Refused treatment) {
                refused.computeIfAbsent(treatment.refusal(), refusal -> new LinkedHashSet<>())
                        .add(row.parameters().equals(Row.ANY) ? row.method() : row.signature());
            }
        }
        return refused;
    }
}
