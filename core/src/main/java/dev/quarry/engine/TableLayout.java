package dev.quarry.engine;

import java.util.List;
import java.util.Objects;

/**
 * The table that holds a store's records.
 *
 * @param table its physical name: the store's name and the generation, which is never used twice
 * @param columns the columns of the components, in the order of the record
 */
public record TableLayout(String table, List<Column> columns) {
    public TableLayout {
        Objects.requireNonNull(table, "table");
        columns = List.copyOf(columns);
    }

    /** The column that a token names; every token of a plan made for the store's record is there. */
    public Column column(String token) {
        for (Column column : columns) {
            if (column.token().equals(token)) {
                return column;
            }
        }
        throw new IllegalArgumentException("no column " + token + " in " + table);
    }
}
