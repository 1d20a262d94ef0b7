package dev.quarry;

import dev.quarry.plan.FilterTree;
import java.util.Objects;

/** Takes filters apart down to their lambdas. */
final class FilterTrees {
    private FilterTrees() {}

    static FilterTree of(Filter<?> filter) {
        Objects.requireNonNull(filter, "filter");
        if (filter instanceof ComposedFilter.Both<?> both) {
            return new FilterTree.Both(of(both.left()), of(both.right()));
        }
        if (filter instanceof ComposedFilter.Either<?> either) {
            return new FilterTree.Either(of(either.left()), of(either.right()));
        }
        if (filter instanceof ComposedFilter.Opposite<?> opposite) {
            return new FilterTree.Opposite(of(opposite.operand()));
        }
        return new FilterTree.Leaf(filter);
    }
}
