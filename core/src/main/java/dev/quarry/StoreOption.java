package dev.quarry;

import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import dev.quarry.store.FieldPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * How a store is kept; {@link Options} makes them.
 *
 * @param <T> the record
 */
public sealed interface StoreOption<T> {

    /** An index over some fields, or a rule that together they are unique. */
    record IndexOn<T>(List<Field<T, ?>> fields, boolean unique) implements StoreOption<T> {
        public IndexOn {
            fields = List.copyOf(fields);
        }

        Index resolve(Schema schema) {
            List<Index.Part> parts = new ArrayList<>();
            for (Field<T, ?> field : fields) {
                boolean descending = field instanceof Descending<?>;
                Object lambda = field instanceof Descending<?> wrapped ? wrapped.field() : field;
                parts.add(new Index.Part(FieldPaths.of(lambda, schema), descending));
            }
            return new Index(parts, unique);
        }
    }

    /** The indexes that options ask for. */
    @SafeVarargs
    static <T> List<Index> indexes(Schema schema, StoreOption<T>... options) {
        List<Index> indexes = new ArrayList<>();
        for (StoreOption<T> option : options) {
            indexes.add(((IndexOn<T>) option).resolve(schema));
        }
        return indexes;
    }
}
