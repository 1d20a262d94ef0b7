package dev.quarry.migration;

import dev.quarry.migration.diff.Difference;
import dev.quarry.migration.diff.SchemaDiff;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A route in words, as plans show it. */
final class RouteWords {
    private RouteWords() {}

    static List<String> of(Route<?, ?> route, Schema stored, long records, List<Index> indexes) {
        Schema target = route.target().schema();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "store '%s': %,d record%s become %s%s",
                route.from(),
                records,
                records == 1 ? "" : "s",
                FieldType.simpleName(target.className()),
                route.from().equals(route.to()) ? "" : " in store '" + route.to() + "'"));
        List<String> details = route.steps().isEmpty()
                ? SchemaDiff.between(route.shape().expected().orElse(stored), target).stream()
                        .map(Difference::describe)
                        .toList()
                : StepWords.of(route.steps());
        details.forEach(detail -> lines.add("  " + detail));
        indexes.forEach(index -> lines.add("  " + words(index)));
        return lines;
    }

    private static String words(Index index) {
        String fields = index.parts().stream()
                .map(part -> "'" + part.path() + "'" + (part.descending() ? " descending" : ""))
                .collect(Collectors.joining(", "));
        return (index.unique() ? "unique: " : "index: ") + fields;
    }
}
