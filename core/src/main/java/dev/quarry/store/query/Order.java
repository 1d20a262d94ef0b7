package dev.quarry.store.query;

import dev.quarry.engine.Column;
import dev.quarry.error.InvalidOption;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import dev.quarry.store.StoreTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Turns an ordering by components into one by columns. */
final class Order {
    private Order() {}

    static List<OrderColumn> columns(StoreTable<?> table, List<Direction> directions) {
        List<OrderColumn> columns = new ArrayList<>(directions.size());
        for (Direction direction : directions) {
            Component component = component(table.schema(), direction);
            String token = direction.path().toString();
            columns.add(column(table, token, direction.descending(), constants(table, direction, component)));
            if (component.type() instanceof FieldType.Scalar scalar && scalar.kind() == ScalarKind.INSTANT) {
                columns.add(column(table, token + "#nano", direction.descending(), List.of()));
            }
        }
        return columns;
    }

    private static Component component(Schema schema, Direction direction) {
        Component component = schema.component(direction.path())
                .orElseThrow(() -> new IllegalStateException("a resolved path exists: " + direction.path()));
        FieldType type = component.type();
        if (!(type instanceof FieldType.Scalar) && !(type instanceof FieldType.EnumType)) {
            throw new InvalidOption(
                    "orderBy(" + direction.path() + ")",
                    "'" + direction.path() + "' is " + type.displayName()
                            + ", and only single values have an order; order by a component that is one");
        }
        return component;
    }

    private static OrderColumn column(StoreTable<?> table, String token, boolean descending, List<String> constants) {
        Column column = table.layout().column(token);
        int position = StoreTable.KEY_COLUMN + 1 + table.layout().columns().indexOf(column);
        return new OrderColumn(column, position, descending, constants);
    }

    private static List<String> constants(StoreTable<?> table, Direction direction, Component component) {
        if (!(component.type() instanceof FieldType.EnumType)) {
            return List.of();
        }
        Class<?> type = table.codec()
                .field(direction.path())
                .orElseThrow(() -> new IllegalStateException("no codec for " + direction.path()))
                .type();
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** The ordering in words, which a cursor keeps to be recognised by. */
    static String describe(List<OrderColumn> order) {
        return order.stream()
                .map(column -> column.column().token() + (column.descending() ? " desc" : ""))
                .collect(Collectors.joining(","));
    }
}
