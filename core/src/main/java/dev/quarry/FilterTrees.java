package dev.quarry;

import dev.quarry.error.FilterTooLarge;
import dev.quarry.plan.FilterTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Takes filters apart down to their lambdas. */
final class FilterTrees {
    /** Each is evaluated for each record, and most bind a value: no engine has use for more. */
    private static final int MOST = 32_766;

    private FilterTrees() {}

    /**
     * The lambdas of a filter and how they are joined.
     *
     * @throws FilterTooLarge if there are more than an engine can be asked
     */
    static FilterTree of(Filter<?> filter) {
        Objects.requireNonNull(filter, "filter");
        return filter instanceof ComposedFilter<?> ? apart(filter) : FilterTree.of(filter);
    }

    private static FilterTree apart(Filter<?> filter) {
        StringBuilder joins = new StringBuilder();
        List<Object> lambdas = new ArrayList<>();
        Deque<Filter<?>> ahead = new ArrayDeque<>();
        ahead.push(filter);
        while (!ahead.isEmpty()) {
            Filter<?> next = ahead.pop();
            if (next instanceof ComposedFilter.Both<?> both) {
                joins.append(FilterTree.BOTH);
                ahead.push(both.right());
                ahead.push(both.left());
            } else if (next instanceof ComposedFilter.Either<?> either) {
                joins.append(FilterTree.EITHER);
                ahead.push(either.right());
                ahead.push(either.left());
            } else if (next instanceof ComposedFilter.Opposite<?> opposite) {
                joins.append(FilterTree.OPPOSITE);
                ahead.push(opposite.operand());
            } else {
                joins.append(FilterTree.LAMBDA);
                lambdas.add(next);
                requireAtMost(MOST, lambdas.size(), ahead.size());
            }
        }
        return new FilterTree(joins.toString(), lambdas);
    }

    private static void requireAtMost(int most, int seen, int ahead) {
        if (seen > most) {
            throw FilterTooLarge.becauseOfNumber(seen + ahead, most);
        }
    }
}
