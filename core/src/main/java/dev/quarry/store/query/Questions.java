package dev.quarry.store.query;

import dev.quarry.engine.QueryDialect;
import dev.quarry.error.FilterTooLarge;
import dev.quarry.plan.BoundFilter;
import dev.quarry.plan.SqlText;
import dev.quarry.store.StoreTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of queries on one store. A text is written once for each shape of filter and options; after that a query
 * costs a look-up and its binds. Thread-safe.
 */
final class Questions {
    /** More shapes than this come from filters composed anew all the time; keeping them all would only cost memory. */
    private static final int MOST_KEPT = 1_000;

    /** What SQLite takes unless it is built for more; PostgreSQL takes twice as many. A filter fits either or neither. */
    private static final int MOST_BINDS = 32_766;

    private final QueryDialect dialect;
    private final StoreTable<?> table;
    private final ConcurrentMap<Shape, SqlText> kept = new ConcurrentHashMap<>();
    private final ConcurrentMap<List<String>, ExactFields> exact = new ConcurrentHashMap<>();

    Questions(StoreTable<?> table) {
        this.table = table;
        this.dialect = table.engine().dialect();
    }

    /** What a query gives. */
    enum Result {
        /** Records, in key order where a limit would else leave to chance which. */
        RECORDS,
        /** Whichever records come first. */
        ANY_RECORDS,
        /** Their number. */
        COUNT,
        /** The records on which the filter throws, in key order. */
        THROWING
    }

    private record Shape(
            Object filter, Result result, List<Direction> order, boolean limited, Optional<List<Boolean>> nulls) {}

    /** A query that no page precedes. */
    Asked ask(BoundFilter filter, Result result, QuerySpec spec) {
        boolean limited = spec.limit().isPresent();
        Shape shape = new Shape(filter.shape(), result, spec.order(), limited, Optional.empty());
        SqlText text = kept.get(shape);
        if (text == null) {
            SqlText where =
                    result == Result.THROWING ? filter.whenThrowing(this::column) : filter.whenTrue(this::column);
            String sql = write(result, where.sql(), Order.columns(table, spec.order()), limited);
            text = new SqlText(sql, where.binds());
            keep(shape, text);
        }
        return bound(text, filter, List.of(), spec);
    }

    /** A query for what follows a cursor. */
    Asked askBehind(BoundFilter filter, QuerySpec spec, List<OrderColumn> order, Cursor cursor) {
        Shape shape = new Shape(filter.shape(), Result.RECORDS, spec.order(), true, Optional.of(cursor.nulls()));
        SqlText text = kept.get(shape);
        if (text == null) {
            SqlText where = filter.whenTrue(this::column);
            String condition = where.sql() + " and " + Keyset.sql(dialect, order, cursor);
            String sql = write(Result.RECORDS, condition, order, true);
            text = new SqlText(sql, where.binds());
            keep(shape, text);
        }
        return bound(text, filter, Keyset.binds(order, cursor), spec);
    }

    private void keep(Shape shape, SqlText text) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
            exact.clear();
        }
        kept.put(shape, text);
    }

    private String write(Result result, String condition, List<OrderColumn> order, boolean limited) {
        StoredFunctions.requireAll(table, condition);
        boolean ordered = (limited && result != Result.ANY_RECORDS) || !order.isEmpty();
        String select =
                result == Result.COUNT ? dialect.selectCount(table.layout()) : dialect.selectRecords(table.layout());
        return select
                + (condition.isEmpty() ? "" : " where " + condition)
                + (ordered ? orderBy(order) : "")
                + (limited ? dialect.limit() : "");
    }

    private String column(String token) {
        return dialect.column(table.layout().column(token).name());
    }

    private String orderBy(List<OrderColumn> order) {
        return order.stream()
                .map(at -> dialect.orderTerm(at.rank(dialect.column(at.column().name())), at.descending()) + ", ")
                .collect(Collectors.joining("", " order by ", dialect.key()));
    }

    private static Asked bound(SqlText text, BoundFilter filter, List<Object> more, QuerySpec spec) {
        List<Integer> indexes = text.binds();
        boolean limited = spec.limit().isPresent();
        @Nullable Object[] computed = filter.values();
        @Nullable Object[] values = new Object[indexes.size() + more.size() + (limited ? 1 : 0)];
        if (values.length > MOST_BINDS) {
            throw FilterTooLarge.becauseOfValues(filter.lambdas(), values.length, MOST_BINDS);
        }
        int at = 0;
        for (int index : indexes) {
            values[at++] = computed[index];
        }
        for (Object value : more) {
            values[at++] = value;
        }
        if (limited) {
            values[at] = spec.limit().get();
        }
        return new Asked(text.sql(), values);
    }

    /**
     * A query on named fields.
     *
     * @param look what has to be true of its rows besides
     * @param most how many of those are asked for
     * @param end how many of its rows are read
     */
    record FieldQuestion(Asked asked, RowLook look, int most, End end) {}

    /** Where the reading of a query's rows ends. */
    enum End {
        /** Behind the last one. */
        LAST,
        /** Where enough have been found, with any number left: these should not be fetched. */
        EARLY
    }

    /** Looks at a row. */
    @FunctionalInterface
    interface RowLook {
        boolean holds(ResultSet rows) throws SQLException;
    }

    /** A query on named fields. */
    FieldQuestion askFields(Map<String, ? extends @Nullable Object> values, QuerySpec spec) {
        List<String> names = List.copyOf(values.keySet());
        ExactFields fields = exact.computeIfAbsent(names, given -> ExactFields.of(table, given));
        List<@Nullable Object> stored = fields.stored(values);
        List<Boolean> nulls = stored.stream().map(Objects::isNull).toList();
        boolean limited = spec.limit().isPresent();
        Shape shape = new Shape(names, Result.RECORDS, spec.order(), limited, Optional.of(nulls));
        SqlText text = kept.get(shape);
        if (text == null) {
            String condition = fields.condition(stored);
            text = new SqlText(
                    write(Result.RECORDS, condition, Order.columns(table, spec.order()), limited), List.of());
            keep(shape, text);
        }
        List<@Nullable Object> binds = fields.binds(stored);
        int most = spec.limit().orElse(Integer.MAX_VALUE);
        spec.limit().ifPresent(limit -> binds.add(fields.needsLook() ? Integer.MAX_VALUE : limit));
        End end = limited && fields.needsLook() ? End.EARLY : End.LAST;
        return new FieldQuestion(new Asked(text.sql(), binds.toArray()), rows -> fields.holds(rows, values), most, end);
    }
}
