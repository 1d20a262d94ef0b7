package dev.quarry.store.query;

import dev.quarry.codec.FieldCodec;
import dev.quarry.engine.Column;
import dev.quarry.engine.QueryDialect;
import dev.quarry.error.NullComponent;
import dev.quarry.error.UnknownField;
import dev.quarry.error.WrongFieldType;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.store.StoreTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition that each of some named fields equals a value, as {@link java.util.Objects#equals} has it. */
final class ExactFields {
    private final StoreTable<?> table;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    private ExactFields(StoreTable<?> table) {
        this.table = table;
    }

    /** Reads the fields; a name may be a path into a nested record, {@code name.common}. */
    static ExactFields of(StoreTable<?> table, Map<String, ? extends @Nullable Object> fields) {
        ExactFields exact = new ExactFields(table);
        fields.forEach(exact::add);
        return exact;
    }

    List<String> conditions() {
        return conditions;
    }

    List<@Nullable Object> values() {
        return values;
    }

    private void add(String name, @Nullable Object value) {
        FieldPath path = FieldPath.parse(name);
        Component component = table.schema()
                .component(path)
                .orElseThrow(() ->
                        new UnknownField(table.name(), name, table.schema().fieldNames()));
        FieldCodec codec = table.codec().field(path).orElseThrow();
        if (value == null && !component.presence().allowsNull()) {
            throw new NullComponent(table.schema().className(), name);
        }
        codec.misfit(value).ifPresent(actual -> {
            throw new WrongFieldType(table.name(), name, component.type().displayName(), actual.getName());
        });
        @Nullable Object[] stored = codec.stored(value);
        List<Column> columns = columns(name, component);
        for (int i = 0; i < columns.size(); i++) {
            addColumn(columns.get(i), stored[i]);
        }
    }

    /** The component's columns in the order of its codec: its own, or all of those inside a nested record. */
    private List<Column> columns(String name, Component component) {
        boolean nested = component.type() instanceof FieldType.RecordType;
        return table.layout().columns().stream()
                .filter(column -> column.token().equals(name)
                        || column.token().startsWith(name + "#")
                        || (nested && column.token().startsWith(name + ".")))
                .toList();
    }

    private void addColumn(Column column, @Nullable Object value) {
        QueryDialect dialect = table.engine().dialect();
        QueryDialect.Sameness same = dialect.same(dialect.column(column.name()), column.kind());
        conditions.add(same.condition());
        for (int i = 0; i < same.binds(); i++) {
            values.add(value);
        }
    }
}
