package dev.quarry.engine;

import java.util.List;
import java.util.Objects;

/**
 * The table that holds a store's records, as one program sees it.
 *
 * @param table its physical name: the store's name and the generation, which is never used twice
 * @param columns the columns of the components, in the order of the record
 * @param unseen other columns that the program gives a value; those that it does not name keep what they have
 */
public record TableLayout(String table, List<Column> columns, List<UnseenColumn> unseen) {
    public TableLayout {
        Objects.requireNonNull(table, "table");
        columns = List.copyOf(columns);
        unseen = List.copyOf(unseen);
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

    /** Whether a token names a column. */
    public boolean has(String token) {
        return columns.stream().anyMatch(column -> column.token().equals(token));
    }
}
