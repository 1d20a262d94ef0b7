package dev.quarry.query.laboratory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarry.plan.EnginePlan;
import dev.quarry.query.laboratory.Bench.Depth;
import dev.quarry.query.testing.Backend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement that was mended, and must not come back.
 *
 * @param term the expression
 * @param captured sources of the captured variables that are not the simplest ones
 * @param record sources of the components that are not the simplest ones
 * @param locale the default locale under which it showed
 */
record Regression(Term term, Map<String, String> captured, Map<String, String> record, Locale locale) {
    private static final int FURTHER_RECORDS = 40;

    Regression {
        captured = Map.copyOf(captured);
        record = Map.copyOf(record);
    }

    /** Reads lines of JSON; empty ones and those that begin with {@code #} say nothing. */
    static List<Regression> read(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Regression::of)
                .toList();
    }

    private static Regression of(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line);
            return new Regression(
                    Term.leaf(
                            json.required("sort").textValue(),
                            json.required("expression").textValue()),
                    sources(json.path("captured")),
                    sources(json.path("record")),
                    Locale.forLanguageTag(json.path("locale").asText("en")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static Map<String, String> sources(JsonNode json) {
        Map<String, String> sources = new LinkedHashMap<>();
        json.fields()
                .forEachRemaining(
                        entry -> sources.put(entry.getKey(), entry.getValue().textValue()));
        sources.remove("of");
        return sources;
    }

    /** Compiles regressions for replay. */
    static Replay compile(List<Regression> regressions) {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < regressions.size(); i++) {
            more.append(map("captured" + i, regressions.get(i).captured()));
            more.append(map("record" + i, regressions.get(i).record()));
        }
        return new Replay(
                regressions,
                Compilation.of(regressions.stream().map(Regression::term).toList(), more.toString()));
    }

    private static String map(String name, Map<String, String> sources) {
        return sources.entrySet().stream()
                .map(entry -> "map.put(\"" + entry.getKey() + "\", " + entry.getValue() + "); ")
                .collect(Collectors.joining(
                        "",
                        "public static Map<String, Object> " + name
                                + "() { Map<String, Object> map = new HashMap<>(); ",
                        "return map; }\n"));
    }

    /** Compiled regressions. */
    record Replay(List<Regression> regressions, Compilation compilation) {

        /** What disagrees, with plans changed or not. */
        List<Disagreement> disagreements(Backend backend, UnaryOperator<EnginePlan> change) {
            List<Disagreement> found = new ArrayList<>();
            Batch batch = compilation.load(backend, change).batch();
            for (int i = 0; i < regressions.size(); i++) {
                int index = i;
                Environment.of(regressions.get(i).locale().toLanguageTag(), "UTC")
                        .run(() -> replay(backend, index, batch, found));
            }
            return found;
        }

        private void replay(Backend backend, int index, Batch batch, List<Disagreement> found) {
            Term term = regressions.get(index).term();
            Captured captured = Records.with(Simplest.CAPTURED, Captured.class, values(batch, "captured" + index));
            List<Specimen> specimens = new ArrayList<>();
            specimens.add(Records.with(Simplest.SPECIMEN, Specimen.class, values(batch, "record" + index)));
            specimens.addAll(new Pools(new Random(index)).specimens(FURTHER_RECORDS));
            try (Bench bench = new Bench(backend, specimens)) {
                for (Trial trial : Laboratory.trials(term, index, batch, bench, captured)) {
                    bench.compare(trial, bench.inJava(trial), Depth.EVERYTHING).ifPresent(found::add);
                }
            }
        }

        @SuppressWarnings("unchecked") // the methods are written above
        private static Map<String, @Nullable Object> values(Batch batch, String method) {
            try {
                return (Map<String, @Nullable Object>)
                        batch.getClass().getMethod(method).invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
