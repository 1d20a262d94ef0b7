package dev.quarry.store;

import dev.quarry.engine.TableLayout;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What the catalog knows of a store.
 *
 * @param name the store's name
 * @param id a number that no other store of the database has or had
 * @param version how many shapes the store has had
 * @param schema the record that was declared last
 * @param shapes the shapes of the records that programs declared since the table was made, that one's included
 * @param indexes the indexes that were asked for last
 * @param table the table, with the columns of all these records
 */
record StoreEntry(
        String name, long id, int version, Schema schema, List<String> shapes, List<Index> indexes, StoredTable table) {
    StoreEntry {
        shapes = List.copyOf(shapes);
        indexes = List.copyOf(indexes);
    }

    /** A store in its first version, without indexes. */
    static StoreEntry first(String name, long id, Schema schema, StoredTable table) {
        return new StoreEntry(name, id, 1, schema, List.of(schema.shape()), List.of(), table);
    }

    StoreEntry withIndexes(List<Index> others) {
        return new StoreEntry(name, id, version, schema, shapes, others, table);
    }

    StoreEntry withTable(StoredTable other) {
        return new StoreEntry(name, id, version, schema, shapes, indexes, other);
    }

    /** The same under another version's number. */
    StoreEntry at(int other) {
        return new StoreEntry(name, id, other, schema, shapes, indexes, table);
    }

    /** The same in its next version. */
    StoreEntry next(Schema declared) {
        List<String> all = new ArrayList<>(shapes);
        all.remove(declared.shape());
        all.add(declared.shape());
        return new StoreEntry(name, id, version + 1, declared, all, indexes, table);
    }

    /** The same in its next version with another table, which no other shape fits. */
    StoreEntry renewed(Schema declared, StoredTable other) {
        return new StoreEntry(name, id, version + 1, declared, List.of(declared.shape()), indexes, other);
    }

    boolean isLatest(Schema declared) {
        return schema.shape().equals(declared.shape());
    }

    /** Whether a program has declared that shape before. */
    boolean isKnown(Schema declared) {
        return shapes.contains(declared.shape());
    }

    /** All columns. */
    TableLayout layout() {
        return table.layout();
    }
}
