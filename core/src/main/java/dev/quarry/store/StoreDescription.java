package dev.quarry.store;

import dev.quarry.evolution.StoredComponent;
import dev.quarry.evolution.StoredRecord;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store as the catalog describes it.
 *
 * @param name its name
 * @param id a number that it keeps under every name and in every shape, and that no other store of the database has or had
 * @param version how many shapes it has had
 * @param passedBy the migration that found it empty and left it as it was, if no program has given it another record since
 * @param schema the record that it was opened with last
 * @param indexes its indexes and unique rules
 * @param leftOut the components that this record leaves out and whose values are kept, by name
 */
public record StoreDescription(
        String name,
        long id,
        int version,
        Optional<String> passedBy,
        Schema schema,
        List<Index> indexes,
        List<String> leftOut) {
    public StoreDescription {
        indexes = List.copyOf(indexes);
        leftOut = List.copyOf(leftOut);
    }

    static StoreDescription of(StoreEntry entry) {
        return new StoreDescription(
                entry.name(),
                entry.id(),
                entry.version(),
                entry.passedBy(),
                entry.schema(),
                entry.indexes(),
                leftOut(entry.table().record(), entry.schema(), ""));
    }

    private static List<String> leftOut(StoredRecord record, Schema schema, String parent) {
        List<String> names = new ArrayList<>();
        for (StoredComponent stored : record.components()) {
            Optional<Component> declared = schema.components().stream()
                    .filter(component ->
                            record.find(component.name()).filter(stored::equals).isPresent())
                    .findFirst();
            if (declared.isEmpty()) {
                names.add(parent + stored.name());
            } else {
                FieldType.records(declared.get().type())
                        .ifPresent(inside -> names.addAll(leftOut(
                                stored.inside(), inside, parent + declared.get().name() + ".")));
            }
        }
        return names;
    }
}
