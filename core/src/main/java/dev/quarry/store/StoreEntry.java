package dev.quarry.store;

import dev.quarry.engine.TableLayout;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the catalog knows of a store.
 *
 * @param name the store's name
 * @param id a number that no other store of the database has or had
 * @param version how many shapes the store has had
 * @param schema the record that was declared last
 * @param shapes the shapes of the records that programs declared since the table was made, that one's included
 * @param leftBehind the structures of the records that migrations led away from, with the migration that did; they are refused
 *     even where the columns would fit
 * @param passedBy the migration that found the store empty with this table and left it to the next program that opens it
 * @param indexes the indexes that were asked for last
 * @param table the table, with the columns of all these records
 */
record StoreEntry(
        String name,
        long id,
        int version,
        Schema schema,
        List<String> shapes,
        Map<String, String> leftBehind,
        Optional<String> passedBy,
        List<Index> indexes,
        StoredTable table) {
    StoreEntry {
        shapes = List.copyOf(shapes);
        leftBehind = Map.copyOf(leftBehind);
        indexes = List.copyOf(indexes);
    }

    /** A store in its first version, without indexes. */
    static StoreEntry first(String name, long id, Schema schema, StoredTable table) {
        return new StoreEntry(
                name, id, 1, schema, List.of(schema.shape()), Map.of(), Optional.empty(), List.of(), table);
    }

    StoreEntry withIndexes(List<Index> others) {
        return new StoreEntry(name, id, version, schema, shapes, leftBehind, passedBy, others, table);
    }

    StoreEntry withTable(StoredTable other) {
        return new StoreEntry(name, id, version, schema, shapes, leftBehind, passedBy, indexes, other);
    }

    /** The same under another version's number. */
    StoreEntry at(int other) {
        return new StoreEntry(name, id, other, schema, shapes, leftBehind, passedBy, indexes, table);
    }

    /** The same in its next version. */
    StoreEntry next(Schema declared) {
        List<String> all = new ArrayList<>(shapes);
        all.remove(declared.shape());
        all.add(declared.shape());
        return new StoreEntry(name, id, version + 1, declared, all, leftBehind, passedBy, indexes, table);
    }

    /** The same in its next version with another table, which no other shape fits. */
    StoreEntry renewed(Schema declared, StoredTable other) {
        return new StoreEntry(
                name, id, version + 1, declared, List.of(declared.shape()), Map.of(), Optional.empty(), indexes, other);
    }

    /** The same with other records that are refused. */
    StoreEntry leavingBehind(Map<String, String> structures) {
        return new StoreEntry(name, id, version, schema, shapes, structures, passedBy, indexes, table);
    }

    /** The same, passed by a migration, or by none. */
    StoreEntry passedBy(Optional<String> migration) {
        return new StoreEntry(name, id, version, schema, shapes, leftBehind, migration, indexes, table);
    }

    /** The same as another database has it. */
    StoreEntry elsewhere(long number, StoredTable other) {
        return new StoreEntry(name, number, version, schema, shapes, leftBehind, passedBy, indexes, other);
    }

    /** Whether it says the same of its store as that of another database does of its own, whatever the tables are called. */
    boolean agreesWith(StoreEntry other) {
        return equals(other.elsewhere(id, table))
                && table.record().equals(other.table().record());
    }

    /** Whether a migration that passed by stands between the store and a record that no program has declared for the table. */
    boolean isPassedBefore(Schema declared) {
        return passedBy.isPresent() && !isKnown(declared);
    }

    /** The migration that led away from a record, if one did. */
    Optional<String> leftBehindBy(Schema declared) {
        return Optional.ofNullable(leftBehind.get(declared.structure()));
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
