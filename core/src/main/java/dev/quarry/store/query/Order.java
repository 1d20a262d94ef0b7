package dev.quarry.store.query;

import dev.quarry.engine.Column;
import dev.quarry.error.InvalidOption;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.ScalarKind;
import dev.quarry.store.StoreTable;
import dev.quarry.store.ValueColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Turns an ordering by components into one by columns. */
final class Order {
    private Order() {}

    static List<OrderColumn> columns(StoreTable<?> table, List<Direction> directions) {
        List<OrderColumn> columns = new ArrayList<>(directions.size());
        for (Direction direction : directions) {
            Component component = table.schema()
                    .component(direction.path())
                    .orElseThrow(() -> new IllegalStateException("a resolved path exists: " + direction.path()));
            refusal(component.type()).ifPresent(reason -> {
                String path = direction.path().toString();
                throw new InvalidOption(
                        "orderBy(" + path + ")",
                        "'" + path + "' is " + component.type().displayName() + ", " + reason);
            });
            UnaryOperator<String> rank = rank(table, direction, component.type());
            for (ValueColumn column : ValueColumn.of(component.type())) {
                if (column.part() == ValueColumn.Part.ORDER) {
                    columns.add(column(table, direction, column, rank));
                }
            }
        }
        return columns;
    }

    private static Optional<String> refusal(FieldType type) {
        if (type instanceof FieldType.EnumType) {
            return Optional.empty();
        }
        if (!(type instanceof FieldType.Scalar scalar)) {
            return Optional.of("and only single values have an order; order by a component that is one");
        }
        boolean ordered = scalar.kind() != ScalarKind.BYTES && scalar.kind() != ScalarKind.PASSWORD;
        return ordered ? Optional.empty() : Optional.of("which has no order in Java; order by another component");
    }

    private static OrderColumn column(
            StoreTable<?> table, Direction direction, ValueColumn part, UnaryOperator<String> rank) {
        Column column = table.layout().column(direction.path() + part.suffix());
        int position = StoreTable.KEY_COLUMN + 1 + table.layout().columns().indexOf(column);
        return new OrderColumn(column, position, direction.descending(), rank);
    }

    /** What is compared in place of a column: itself, unless its order is not that of its values in Java. */
    private static UnaryOperator<String> rank(StoreTable<?> table, Direction direction, FieldType type) {
        if (type instanceof FieldType.EnumType) {
            List<String> constants = table.codec()
                    .field(direction.path())
                    .orElseThrow(() -> new IllegalStateException("no codec for " + direction.path()))
                    .constants();
            return operand -> place(operand, constants);
        }
        boolean uuid = type instanceof FieldType.Scalar scalar && scalar.kind() == ScalarKind.UUID;
        return uuid ? table.engine().dialect()::uuidRank : UnaryOperator.identity();
    }

    /** An enum's constants sort in the order of their declaration. */
    private static String place(String operand, List<String> constants) {
        StringBuilder place = new StringBuilder("case ").append(operand);
        for (int i = 0; i < constants.size(); i++) {
            place.append(" when '").append(constants.get(i)).append("' then ").append(i);
        }
        return place.append(" end").toString();
    }

    /** The ordering in words, which a cursor keeps to be recognised by. */
    static String describe(List<OrderColumn> order) {
        return order.stream()
                .map(column -> column.column().token() + (column.descending() ? " desc" : ""))
                .collect(Collectors.joining(","));
    }
}
