package dev.quarry.evolution;

import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a program declares of a store's records.
 *
 * @param schema the record
 * @param hints what its annotations say about its past
 * @param fallbacks the stored forms of its defaults, by component, as {@link StoredComponent#fallback()} has them
 */
public record Declaration(Schema schema, SchemaHints hints, Map<FieldPath, List<String>> fallbacks) {
    public Declaration {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(hints, "hints");
        fallbacks = Map.copyOf(fallbacks);
    }

    Optional<List<String>> fallback(FieldPath path) {
        return Optional.ofNullable(fallbacks.get(path));
    }
}
