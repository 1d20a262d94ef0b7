package dev.quarry.store;

import dev.quarry.codec.StoredTexts;
import dev.quarry.engine.Column;
import dev.quarry.engine.ColumnKind;
import dev.quarry.evolution.StoredComponent;
import dev.quarry.evolution.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column of a store's table by what it means. A component's column has its path by first names as token; what takes two has
 * {@code #nano} or {@code #scale} besides, and a nested record that may be absent begins with {@code #present}.
 *
 * @param token the path and what stands behind it
 * @param kind what it holds
 * @param nullable whether it may be NULL
 * @param fallback the stored form in rows of writers who do not know the column
 * @param flag the token of the flag of the innermost nested record around it that may be absent
 * @param required whether it has a value wherever that record is there
 */
record StoredColumn(
        String token,
        ColumnKind kind,
        boolean nullable,
        Optional<Object> fallback,
        Optional<String> flag,
        boolean required) {
    static final String PRESENT = "#present";

    /** The columns of a record, in order. */
    static List<StoredColumn> of(StoredRecord record) {
        List<StoredColumn> columns = new ArrayList<>();
        addAll(columns, record, "", Optional.empty());
        return columns;
    }

    private static void addAll(List<StoredColumn> columns, StoredRecord record, String prefix, Optional<String> flag) {
        for (StoredComponent component : record.components()) {
            String token = prefix + component.name();
            if (!component.isRecord()) {
                add(columns, component, token, flag);
            } else if (component.absentPossible()) {
                columns.add(new StoredColumn(
                        token + PRESENT, ColumnKind.INTEGER, flag.isPresent(), Optional.of(0L), flag, true));
                addAll(columns, component.inside(), token + ".", Optional.of(token + PRESENT));
            } else {
                addAll(columns, component.inside(), token + ".", flag);
            }
        }
    }

    private static void add(
            List<StoredColumn> columns, StoredComponent component, String token, Optional<String> flag) {
        boolean nullable = flag.isPresent() || component.absentPossible();
        List<ValueColumn> parts = ValueColumn.of(component.type());
        for (int i = 0; i < parts.size(); i++) {
            int index = i;
            columns.add(new StoredColumn(
                    token + parts.get(i).suffix(),
                    parts.get(i).kind(),
                    nullable,
                    component.fallback().flatMap(forms -> Optional.ofNullable(StoredTexts.value(forms.get(index)))),
                    flag,
                    !component.absentPossible()));
        }
    }

    /** The physical column. What belongs to a record that may be absent has no value of its own in a new row. */
    Column physical(String name) {
        return new Column(token, name, kind, nullable, flag.isPresent() ? Optional.empty() : fallback);
    }

    /** What stands where the record is there and the writer did not know the column. */
    Optional<Object> inStep() {
        return required ? fallback : Optional.empty();
    }
}
