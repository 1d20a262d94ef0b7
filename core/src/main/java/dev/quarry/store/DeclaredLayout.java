package dev.quarry.store;

import dev.quarry.engine.Column;
import dev.quarry.engine.TableLayout;
import dev.quarry.engine.UnseenColumn;
import dev.quarry.evolution.StoredComponent;
import dev.quarry.evolution.StoredRecord;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A store's table as a program sees it: the columns of its own record, in the order in which its codec writes them, under its
 * own names.
 */
final class DeclaredLayout {
    private final StoredTable table;
    private final Map<String, StoredColumn> known = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<UnseenColumn> unseen = new ArrayList<>();

    private DeclaredLayout(StoredTable table) {
        this.table = table;
        StoredColumn.of(table.record()).forEach(column -> known.put(column.token(), column));
    }

    /** The layout of a record that the store takes. */
    static TableLayout of(StoredTable table, Schema declared) {
        DeclaredLayout layout = new DeclaredLayout(table);
        layout.addAll(declared, "", table.record(), "");
        layout.addUnseen();
        return new TableLayout(table.name(), layout.columns, layout.unseen);
    }

    /** The columns that the record does not have though it has the record that they belong to, which may be absent. */
    static List<StoredColumn> missingInStep(StoredTable table, Schema declared) {
        DeclaredLayout layout = new DeclaredLayout(table);
        layout.addAll(declared, "", table.record(), "");
        return layout.known.values().stream()
                .filter(column -> !layout.seen.contains(column.token()))
                .filter(column -> column.flag().filter(layout.seen::contains).isPresent())
                .toList();
    }

    private void addAll(Schema declared, String prefix, StoredRecord stored, String storedPrefix) {
        for (Component component : declared.components()) {
            StoredComponent held = stored.find(component.name())
                    .orElseThrow(() -> new IllegalStateException("not stored: " + prefix + component.name()));
            add(component, prefix + component.name(), held, storedPrefix + held.name());
        }
    }

    private void add(Component component, String token, StoredComponent stored, String storedToken) {
        if (component.type() instanceof FieldType.RecordType nested) {
            if (component.presence().allowsAbsence()) {
                column(token + StoredColumn.PRESENT, storedToken + StoredColumn.PRESENT);
            } else if (stored.absentPossible()) {
                String flag = storedToken + StoredColumn.PRESENT;
                seen.add(flag);
                unseen.add(new UnseenColumn(table.column(flag), 1L, UnseenColumn.When.ALWAYS));
            }
            addAll(nested.schema(), token + ".", stored.inside(), storedToken + ".");
            return;
        }
        for (ValueColumn one : ValueColumn.of(component.type())) {
            column(token + one.suffix(), storedToken + one.suffix());
        }
    }

    private void column(String token, String storedToken) {
        StoredColumn column = known.get(storedToken);
        if (column == null) {
            throw new IllegalStateException("not stored: " + storedToken);
        }
        seen.add(storedToken);
        Column physical = column.physical(table.column(storedToken));
        columns.add(new Column(token, physical.name(), physical.kind(), physical.nullable(), physical.fallback()));
    }

    /** A default that changed since a column was made is known to the catalog alone. */
    private void addUnseen() {
        for (StoredColumn column : StoredColumn.of(table.record())) {
            if (column.flag().isEmpty() && !seen.contains(column.token())) {
                column.fallback()
                        .map(value -> new UnseenColumn(table.column(column.token()), value, UnseenColumn.When.NEW))
                        .ifPresent(unseen::add);
            }
        }
    }
}
