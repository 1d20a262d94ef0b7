package dev.quarry.plan;

import org.jspecify.annotations.Nullable;

/** A filter together with the values it captured: what one call of a query runs. */
public interface BoundFilter {

    /**
     * A key that is equal for two bound filters exactly when their SQL is the same on the same store: same lambdas, joined
     * alike, with binds of the same shape. Fit for a map.
     */
    Object shape();

    /** How many lambdas are joined in it. */
    int lambdas();

    /** The condition that holds for exactly the records for which the filter is true. Costs a rendering: keep it by shape. */
    SqlText whenTrue(ColumnResolver columns);

    /** The condition that holds for exactly the records on which the filter throws. Costs twice {@link #whenTrue}. */
    SqlText whenThrowing(ColumnResolver columns);

    /** Whether there may be such records. Costs as much as {@link #whenTrue}. */
    boolean canThrow();

    /** Whether the captured values alone make the filter true for no record. Costs as much as {@link #whenTrue}. */
    boolean isNeverTrue();

    /** The filter as its lambdas are written in the source, joined by {@code and}, {@code or} and {@code not}. */
    String text();

    /**
     * The bound values: {@code String}, {@code Long}, {@code Integer}, {@code Double}, {@code byte[]} or null, for
     * {@link SqlText#binds()} to choose from.
     */
    @Nullable
    Object[] values();
}
