package dev.quarry.schema;

import java.util.List;
import java.util.Objects;

/**
 * A record class as the program declares it.
 *
 * @param type the class
 * @param schema its components
 * @param indexes what {@code @Indexed} and {@code @Unique} ask for, in the order of the components
 * @param hints what the annotations say about records stored before
 */
public record DeclaredRecord<T>(Class<T> type, Schema schema, List<Index> indexes, SchemaHints hints) {
    public DeclaredRecord {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(schema, "schema");
        indexes = List.copyOf(indexes);
        Objects.requireNonNull(hints, "hints");
    }
}
