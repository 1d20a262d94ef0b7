package dev.quarry.store;

import dev.quarry.engine.Column;
import dev.quarry.engine.ColumnKind;
import dev.quarry.engine.TableLayout;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Lays a record out in columns, in the order in which its codec writes them. A component's column has its path as token;
 * what takes two has {@code #nano} or {@code #scale} besides, and a nested record that may be absent begins with
 * {@code #present}.
 */
final class Layouts {
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> known;

    private Layouts(Map<String, String> known) {
        this.known = known;
    }

    /** The layout of a new table. */
    static TableLayout create(String table, Schema schema) {
        return of(table, schema, Map.of());
    }

    /** The layout of a table whose columns have the given physical names, by token. */
    static TableLayout of(String table, Schema schema, Map<String, String> physicalNames) {
        Layouts layouts = new Layouts(physicalNames);
        layouts.addAll(schema, "", false);
        return new TableLayout(table, layouts.columns);
    }

    private void addAll(Schema schema, String prefix, boolean absentPossible) {
        for (Component component : schema.components()) {
            add(component, prefix + component.name(), absentPossible);
        }
    }

    private void add(Component component, String token, boolean parentNullable) {
        boolean mayBeAbsent = component.presence().allowsAbsence();
        boolean nullable = parentNullable || mayBeAbsent;
        if (component.type() instanceof FieldType.RecordType nested) {
            if (mayBeAbsent) {
                column(token + "#present", ColumnKind.INTEGER, parentNullable);
            }
            addAll(nested.schema(), token + ".", nullable);
            return;
        }
        for (ValueColumn one : ValueColumn.of(component.type())) {
            column(token + one.suffix(), one.kind(), nullable);
        }
    }

    private void column(String token, ColumnKind kind, boolean nullable) {
        columns.add(new Column(token, known.getOrDefault(token, free(token)), kind, nullable));
    }

    /** Engines may take names that differ in case only for the same. */
    private String free(String token) {
        String name = token;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = token + "~" + i;
        }
        return name;
    }
}
