package dev.quarry;

import dev.quarry.error.InvalidOption;
import dev.quarry.plan.FilterTree;
import dev.quarry.schema.Schema;
import dev.quarry.store.FieldPaths;
import dev.quarry.store.query.Direction;
import dev.quarry.store.query.QuerySpec;
import dev.quarry.store.query.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the options of a query. */
final class QuerySpecs {
    private QuerySpecs() {}

    @SafeVarargs
    static <T> QuerySpec of(Schema schema, QueryOption<T>... options) {
        if (options.length == 0) {
            return QuerySpec.ALL;
        }
        List<Direction> order = new ArrayList<>();
        Optional<Integer> limit = Optional.empty();
        Optional<String> cursor = Optional.empty();
        boolean strict = false;
        for (QueryOption<T> option : options) {
            if (option instanceof Ordering<T> ordering) {
                requireFirst(order.isEmpty(), "orderBy", "give one, and further fields with .thenBy(…)");
                for (Ordering.Step<T> step : ordering.steps()) {
                    order.add(direction(step, schema));
                }
            } else if (option instanceof QueryLimit<T> given) {
                requireFirst(limit.isEmpty(), "limit", "give one");
                limit = Optional.of(given.count());
            } else if (option instanceof QueryCursor<T> given) {
                requireFirst(cursor.isEmpty(), "after", "give one");
                cursor = Optional.of(given.cursor());
            } else {
                requireFirst(!strict, "strict", "once is enough");
                strict = true;
            }
        }
        return new QuerySpec(order, limit, cursor);
    }

    /** A filter with the options that are about it. */
    @SafeVarargs
    static <T> Search<T> search(Filter<? super T> filter, QueryOption<T>... options) {
        FilterTree tree = FilterTrees.of(filter);
        boolean strict = Arrays.stream(options).anyMatch(StrictFilter.class::isInstance);
        return new Search<>(tree, strict ? Optional.of(filter) : Optional.empty());
    }

    /** A descending field in a descending ordering runs upwards again. */
    private static <T> Direction direction(Ordering.Step<T> step, Schema schema) {
        return step.field() instanceof Descending<?> reversed
                ? new Direction(FieldPaths.of(reversed.field(), schema), !step.descending())
                : new Direction(FieldPaths.of(step.field(), schema), step.descending());
    }

    private static void requireFirst(boolean first, String option, String help) {
        if (!first) {
            throw new InvalidOption(option + "(…)", "it is there twice; " + help);
        }
    }

    /** Verbs that give all they find have no use for a cursor. */
    @SafeVarargs
    static <T> QuerySpec withoutCursor(Schema schema, QueryOption<T>... options) {
        QuerySpec spec = of(schema, options);
        if (spec.cursor().isPresent()) {
            throw new InvalidOption("after(…)", "only DB.page goes on behind a cursor; use DB.page(store, filter, …)");
        }
        return spec;
    }
}
