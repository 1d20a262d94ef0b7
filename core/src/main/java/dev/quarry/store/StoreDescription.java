package dev.quarry.store;

import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.List;

/** A store as the catalog describes it. */
public record StoreDescription(String name, Schema schema, List<Index> indexes) {
    public StoreDescription {
        indexes = List.copyOf(indexes);
    }
}
