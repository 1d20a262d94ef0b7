package dev.quarry;

import java.util.List;
import java.util.Objects;

/**
 * How a query is run.
 *
 * @param filter the lambdas as written in the source
 * @param sql the query's text, with a question mark for each bind
 * @param binds the bound values as texts, in order
 * @param indexes the indexes that are used, each by its components; {@code key} for that of the keys
 * @param scans whether every record of the store is looked at
 * @param steps the engine's own plan
 */
public record QueryPlan(
        String filter, String sql, List<String> binds, List<String> indexes, boolean scans, List<String> steps) {
    public QueryPlan {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sql, "sql");
        binds = List.copyOf(binds);
        indexes = List.copyOf(indexes);
        steps = List.copyOf(steps);
    }

    /** {@code index (country, population)}, or {@code scan of every record}. */
    public String access() {
        if (scans) {
            return "scan of every record" + (indexes.isEmpty() ? "" : ", in the order of index " + indexes);
        }
        return indexes.isEmpty() ? String.join("; ", steps) : "index (" + String.join("), index (", indexes) + ")";
    }
}
