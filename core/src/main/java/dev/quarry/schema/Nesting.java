package dev.quarry.schema;

import dev.quarry.error.UnsupportedRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The records inside each other on the way to a component, the outermost first, by their binary class names. Immutable.
 *
 * @param records the records
 */
public record Nesting(List<String> records) {
    /** Outside of all records. */
    public static final Nesting NONE = new Nesting(List.of());

    public Nesting {
        records = List.copyOf(records);
    }

    /**
     * The same with one more record, however deep.
     *
     * @throws UnsupportedRecord if it holds itself, so that it would have no end
     */
    public Nesting with(String record) {
        List<String> all = new ArrayList<>(records);
        all.add(record);
        int first = records.indexOf(record);
        if (first >= 0) {
            throw new UnsupportedRecord(
                    record,
                    "it holds itself (" + String.join(" in ", all.subList(first, all.size()))
                            + "), so it has no end; hold the key of the other record instead");
        }
        return new Nesting(all);
    }

    /** Why a record with type parameters cannot be stored. */
    public static String genericReason(String simpleName) {
        return "it has type parameters, and what they stand for is not known of a stored record; declare a record for each use"
                + " of " + simpleName;
    }
}
