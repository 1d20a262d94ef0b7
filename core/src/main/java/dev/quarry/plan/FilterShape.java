package dev.quarry.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key of {@link BoundFilter#shape()}: the lambdas by identity, how they are joined, and the shape of their binds. */
final class FilterShape {
    private final String joins;
    private final LambdaSite[] sites;
    private final byte[][] leaves;
    private final int hash;

    /**
     * Makes a key.
     *
     * @param joins the tree in prefix notation
     * @param sites the lambdas from left to right
     * @param leaves the shape of each
     */
    FilterShape(String joins, LambdaSite[] sites, byte[][] leaves) {
        this.joins = joins;
        this.sites = sites;
        this.leaves = leaves;
        this.hash = 31 * (31 * joins.hashCode() + Arrays.hashCode(sites)) + Arrays.deepHashCode(leaves);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FilterShape that
                && hash == that.hash
                && joins.equals(that.joins)
                && Arrays.equals(sites, that.sites)
                && Arrays.deepEquals(leaves, that.leaves);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
