package dev.quarry.engine;

import java.util.List;
import java.util.Objects;

/**
 * How an engine means to find a query's records.
 *
 * @param indexes the indexes it uses, by their physical names
 * @param scans whether it looks at every record
 * @param steps the plan in the engine's own words
 */
public record AccessPath(List<String> indexes, boolean scans, List<String> steps) {
    /** Stands for the index that every table has, that of its keys. */
    public static final String KEY = "key";

    public AccessPath {
        indexes = List.copyOf(indexes);
        steps = List.copyOf(steps);
        Objects.requireNonNull(steps, "steps");
    }
}
