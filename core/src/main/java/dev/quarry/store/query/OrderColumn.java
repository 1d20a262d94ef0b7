package dev.quarry.store.query;

import dev.quarry.engine.Column;
import java.util.List;

/**
 * A column that records are ordered by.
 *
 * @param column the column
 * @param position its place in a row that is read, counted from 1
 * @param descending its direction
 * @param constants for an enum its constants in the order of their declaration, in which they sort; else empty
 */
record OrderColumn(Column column, int position, boolean descending, List<String> constants) {
    OrderColumn {
        constants = List.copyOf(constants);
    }

    /** What is compared: the operand itself, or, for an enum's name, the constant's place among all. */
    String rank(String operand) {
        if (constants.isEmpty()) {
            return operand;
        }
        StringBuilder rank = new StringBuilder("case ").append(operand);
        for (int i = 0; i < constants.size(); i++) {
            rank.append(" when '").append(constants.get(i)).append("' then ").append(i);
        }
        return rank.append(" end").toString();
    }
}
