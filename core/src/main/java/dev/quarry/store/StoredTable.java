package dev.quarry.store;

import dev.quarry.engine.TableLayout;
import dev.quarry.evolution.StoredRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A store's table with all columns that any program needs.
 *
 * @param name the table of the store's present generation
 * @param record what its rows hold
 * @param columns the physical column of each token; a column is never renamed
 * @param inStep the tokens of columns that the engine keeps in step with their flag, because there are programs that know the
 *     flag and not the column
 */
record StoredTable(String name, StoredRecord record, Map<String, String> columns, Set<String> inStep) {
    StoredTable {
        columns = Map.copyOf(columns);
        inStep = Set.copyOf(inStep);
    }

    /** A new table. */
    static StoredTable create(String name, StoredRecord record) {
        Map<String, String> columns = new HashMap<>();
        for (StoredColumn column : StoredColumn.of(record)) {
            columns.put(column.token(), free(column.token(), columns));
        }
        return new StoredTable(name, record, columns, Set.of());
    }

    /** A name for a new column: engines may take names that differ in case only for the same. */
    static String free(String token, Map<String, String> taken) {
        Set<String> folded = new HashSet<>();
        taken.values().forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        String name = token;
        for (int i = 2; folded.contains(name.toLowerCase(Locale.ROOT)); i++) {
            name = token + "~" + i;
        }
        return name;
    }

    /** The physical column of a token. */
    String column(String token) {
        String name = columns.get(token);
        if (name == null) {
            throw new IllegalStateException("the catalog has no column " + token + " of " + this.name);
        }
        return name;
    }

    /** All columns. */
    TableLayout layout() {
        return new TableLayout(
                name,
                StoredColumn.of(record).stream()
                        .map(column -> column.physical(column(column.token())))
                        .toList(),
                List.of());
    }
}
