package dev.quarry.query.laboratory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.query.testing.Backend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A disagreement as somebody reads it who has to mend it, with the line that keeps it from coming back. */
final class Report {
    private Report() {}

    /** The report of a disagreement whose line goes into a file, if it is not there. */
    static String of(Backend backend, Disagreement found, RegressionFile file) {
        Trial trial = found.trial();
        Specimen record = found.records().get(0);
        return """
            SQL gives another answer than Java.
            expression: p -> %s
            captured:   %s
            record:     %s
            Java:       %s, which is %s
            SQL:        %s
                        %s
            This line, which keeps it from coming back, %s %s:
            %s
            """.formatted(
                        trial.condition(),
                        list(captures(found)),
                        found.records().size() == 1 ? list(components(record)) : "no single one",
                        trial.described(record),
                        found.inJava(),
                        found.inSql(),
                        sql(backend, found),
                        file.add(line(found)) ? "was added to" : "is already in",
                        file,
                        line(found));
    }

    private static String list(Map<String, String> values) {
        return values.isEmpty()
                ? "nothing but the simplest"
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, String> captures(Disagreement found) {
        Map<String, String> captures = new LinkedHashMap<>();
        found.trial().captures().forEach((name, value) -> captures.put(name, JavaText.of(value)));
        found.trial().ofSource().ifPresent(source -> captures.put("of", source));
        return captures;
    }

    /** The components that are not the simplest ones. */
    private static Map<String, String> components(Specimen record) {
        Map<String, String> components = new LinkedHashMap<>();
        Map<String, @Nullable Object> simplest = Records.values(Simplest.SPECIMEN);
        Records.values(record).forEach((name, value) -> {
            if (!Objects.deepEquals(value, simplest.get(name)) && !name.equals("secret")) {
                components.put(name, JavaText.of(value));
            }
        });
        return components;
    }

    private static String sql(Backend backend, Disagreement found) {
        try (Bench bench = new Bench(backend, List.of(found.records().get(0)))) {
            return bench.sql(found.trial().filter());
        }
    }

    /** The disagreement as a line of a {@link RegressionFile}. */
    static String line(Disagreement found) {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("sort", found.trial().term().sort());
        line.put("expression", found.trial().term().source());
        ObjectNode captures = line.putObject("captured");
        captures(found).forEach(captures::put);
        ObjectNode components = line.putObject("record");
        if (found.records().size() == 1) {
            components(found.records().get(0)).forEach(components::put);
        }
        line.put("locale", Locale.getDefault().toLanguageTag());
        return line.toString();
    }
}
