package dev.quarry.store.query;

import dev.quarry.engine.QueryDialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The condition that holds for the records behind a cursor. Nulls come before all values, or behind them if descending;
 * the key, ascending, decides between records that are otherwise equal.
 */
final class Keyset {
    private final QueryDialect dialect;
    private final List<OrderColumn> order;
    private final Cursor cursor;
    private final StringBuilder sql = new StringBuilder();

    private Keyset(QueryDialect dialect, List<OrderColumn> order, Cursor cursor) {
        this.dialect = dialect;
        this.order = order;
        this.cursor = cursor;
    }

    /** The condition; it depends on which of the cursor's values are null, not on the others. */
    static String sql(QueryDialect dialect, List<OrderColumn> order, Cursor cursor) {
        Keyset keyset = new Keyset(dialect, order, cursor);
        keyset.writeRange();
        keyset.write(0);
        return keyset.sql.toString();
    }

    /** The values of the condition's binds, in order. */
    static List<Object> binds(List<OrderColumn> order, Cursor cursor) {
        List<Object> binds = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Object value = cursor.values().get(i);
            if (value != null) {
                int times = i == 0 && hasRange(order.get(0)) ? 3 : 2;
                binds.addAll(Collections.nCopies(times, value));
            }
        }
        binds.add(cursor.key());
        return binds;
    }

    private static boolean hasRange(OrderColumn first) {
        return !first.descending() || !first.column().nullable();
    }

    /** What the leading column must be at least: implied by the rest, and the form that an index can start from. */
    private void writeRange() {
        if (order.isEmpty() || cursor.values().get(0) == null) {
            return;
        }
        OrderColumn first = order.get(0);
        if (hasRange(first)) {
            compare(first, first.descending() ? " <= " : " >= ");
            sql.append(" and ");
        }
    }

    private void write(int index) {
        if (index == order.size()) {
            sql.append(dialect.key()).append(" > ?");
            return;
        }
        OrderColumn at = order.get(index);
        Object value = cursor.values().get(index);
        String column = dialect.column(at.column().name());
        sql.append('(');
        if (value == null) {
            if (!at.descending()) {
                sql.append(column).append(" is not null or ");
            }
            sql.append('(').append(column).append(" is null and ");
        } else {
            compare(at, at.descending() ? " < " : " > ");
            if (at.descending() && at.column().nullable()) {
                sql.append(" or ").append(column).append(" is null");
            }
            sql.append(" or (");
            compare(at, " = ");
            sql.append(" and ");
        }
        write(index + 1);
        sql.append("))");
    }

    private void compare(OrderColumn at, String operator) {
        sql.append(at.rank(dialect.column(at.column().name()))).append(operator).append(at.rank("?"));
    }
}
