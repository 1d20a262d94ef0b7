package dev.quarry;

import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.List;

/**
 * What a database knows of one of its stores.
 *
 * @param name the store's name
 * @param schema the shape of its records
 * @param indexes the indexes and unique rules that it was last opened with
 */
public record StoreInfo(String name, Schema schema, List<Index> indexes) {
    public StoreInfo {
        indexes = List.copyOf(indexes);
    }
}
