package dev.quarry.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a record's annotations say about records that were stored before. Paths lead through nested records and
 * into those of collections.
 *
 * @param formerNames what {@code @Was} says, by component
 * @param defaults the text of {@code @Default}, by component
 * @param dropped what {@code @Dropped} says, each where it would be
 */
public record SchemaHints(
        Map<FieldPath, List<String>> formerNames, Map<FieldPath, String> defaults, Set<FieldPath> dropped) {
    /** Of a record without such annotations. */
    public static final SchemaHints NONE = new SchemaHints(Map.of(), Map.of(), Set.of());

    public SchemaHints {
        formerNames = Map.copyOf(formerNames);
        defaults = Map.copyOf(defaults);
        dropped = Set.copyOf(dropped);
    }

    /** The names that a component had before. */
    public List<String> formerNames(FieldPath path) {
        return formerNames.getOrDefault(path, List.of());
    }
}
