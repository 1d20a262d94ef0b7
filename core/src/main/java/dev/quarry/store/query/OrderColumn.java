package dev.quarry.store.query;

import dev.quarry.engine.Column;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A column that records are ordered by.
 *
 * @param column the column
 * @param position its place in a row that is read, counted from 1
 * @param descending its direction
 * @param rank gives what is compared in place of an operand, which it names once
 */
record OrderColumn(Column column, int position, boolean descending, UnaryOperator<String> rank) {
    OrderColumn {
        Objects.requireNonNull(rank, "rank");
    }

    /** What is compared in place of the operand. */
    String rank(String operand) {
        return rank.apply(operand);
    }
}
