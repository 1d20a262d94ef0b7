package dev.quarry.store.query;

import dev.quarry.engine.AccessPath;
import dev.quarry.engine.Session;
import dev.quarry.engine.Work;
import dev.quarry.plan.BoundFilter;
import dev.quarry.plan.FilterBinder;
import dev.quarry.plan.FilterTree;
import dev.quarry.store.StoreTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs filters against one store. Thread-safe. */
public final class Queries<T> {
    private static final AccessPath NOTHING = new AccessPath(
            List.of(), false, List.of("nothing: with these captured values the filter is true for no record"));

    private final StoreTable<T> table;
    private final FilterBinder binder;
    private final Questions questions;
    private final Suspects<T> suspects;

    /** What queries a table. */
    public Queries(StoreTable<T> table) {
        this.table = table;
        this.binder = new FilterBinder(table.engine().name(), table.schema());
        this.questions = new Questions(table);
        this.suspects = new Suspects<>(table, questions);
    }

    /** The records for which the filter is true. */
    public List<T> list(Search<T> search, QuerySpec spec) {
        BoundFilter bound = binder.bind(search.filter());
        return read(search.strict(), bound, records(questions.ask(bound, Questions.Result.RECORDS, spec)));
    }

    /** The same by key, in the order asked for. */
    public Map<String, T> map(Search<T> search, QuerySpec spec) {
        BoundFilter bound = binder.bind(search.filter());
        return read(search.strict(), bound, byKey(questions.ask(bound, Questions.Result.RECORDS, spec)));
    }

    /** So many of the records for which the filter is true, whichever come first, by key. */
    public Map<String, T> any(Search<T> search, int most) {
        BoundFilter bound = binder.bind(search.filter());
        Asked asked = questions.ask(bound, Questions.Result.ANY_RECORDS, QuerySpec.ALL.atMost(most));
        return read(search.strict(), bound, byKey(asked));
    }

    /** Where the filter is strict and a record may make it throw, that is seen to first, at the same moment. */
    private <R> R read(Optional<Predicate<? super T>> strict, BoundFilter bound, Work<R> work) {
        if (strict.isEmpty() || !bound.canThrow()) {
            return table.read(work);
        }
        Predicate<? super T> filter = strict.get();
        return table.snapshot(session -> {
            suspects.check(session, bound, filter);
            return work.run(session);
        });
    }

    /** The records whose named fields equal the given values. */
    public List<T> listByFields(Map<String, ? extends @Nullable Object> fields, QuerySpec spec) {
        return new ArrayList<>(mapByFields(fields, spec).values());
    }

    /** The same by key. */
    public Map<String, T> mapByFields(Map<String, ? extends @Nullable Object> fields, QuerySpec spec) {
        Questions.FieldQuestion question = questions.askFields(fields, spec);
        Work<Map<String, T>> work = session -> {
            Map<String, T> records = new LinkedHashMap<>();
            try (ResultSet rows = run(session, question.asked())) {
                while (records.size() < question.most() && rows.next()) {
                    if (question.look().holds(rows)) {
                        records.put(rows.getString(StoreTable.KEY_COLUMN), table.record(rows));
                    }
                }
            }
            return records;
        };
        return question.end() == Questions.End.EARLY ? table.snapshot(work) : table.read(work);
    }

    private Work<List<T>> records(Asked asked) {
        return session -> {
            List<T> records = new ArrayList<>();
            try (ResultSet rows = run(session, asked)) {
                while (rows.next()) {
                    records.add(table.record(rows));
                }
            }
            return records;
        };
    }

    private Work<Map<String, T>> byKey(Asked asked) {
        return session -> {
            Map<String, T> records = new LinkedHashMap<>();
            try (ResultSet rows = run(session, asked)) {
                while (rows.next()) {
                    records.put(rows.getString(StoreTable.KEY_COLUMN), table.record(rows));
                }
            }
            return records;
        };
    }

    private static ResultSet run(Session session, Asked asked) throws SQLException {
        PreparedStatement statement = session.statement(asked.sql());
        session.bind(statement, asked.values());
        return statement.executeQuery();
    }

    /** How many records the filter is true for. */
    public long count(Search<T> search) {
        BoundFilter bound = binder.bind(search.filter());
        Asked asked = questions.ask(bound, Questions.Result.COUNT, QuerySpec.ALL);
        return read(search.strict(), bound, session -> {
            try (ResultSet rows = run(session, asked)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Some records in order, and where they end if there are more. The spec has a limit. */
    public Part<T> page(Search<T> search, QuerySpec spec) {
        return page(search.strict(), binder.bind(search.filter()), spec);
    }

    Part<T> page(Optional<Predicate<? super T>> strict, BoundFilter bound, QuerySpec spec) {
        List<OrderColumn> order = Order.columns(table, spec.order());
        String described = Order.describe(order);
        int limit = spec.limit().orElseThrow();
        QuerySpec oneMore = new QuerySpec(spec.order(), Optional.of(limit + 1), spec.cursor());
        Asked asked = spec.cursor()
                .map(text -> Cursor.read(text, table.name(), described, order.size()))
                .map(cursor -> questions.askBehind(bound, oneMore, order, cursor))
                .orElseGet(() -> questions.ask(bound, Questions.Result.RECORDS, oneMore));
        return read(strict, bound, session -> {
            List<T> records = new ArrayList<>();
            Optional<String> next = Optional.empty();
            try (ResultSet rows = run(session, asked)) {
                while (rows.next()) {
                    records.add(table.record(rows));
                    if (records.size() == limit) {
                        String cursor = cursor(rows, order).write(table.name(), described);
                        next = rows.next() ? Optional.of(cursor) : Optional.empty();
                        break;
                    }
                }
            }
            return new Part<>(records, next);
        });
    }

    private static Cursor cursor(ResultSet row, List<OrderColumn> order) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (OrderColumn column : order) {
            values.add(row.getObject(column.position()));
        }
        return new Cursor(values, row.getString(StoreTable.KEY_COLUMN));
    }

    /** What runs for a filter, and how. */
    public Explanation explain(FilterTree filter, QuerySpec spec) {
        BoundFilter bound = binder.bind(filter);
        Asked asked = questions.ask(bound, Questions.Result.RECORDS, spec);
        if (bound.isNeverTrue()) {
            return new Explanation(bound.text(), asked, NOTHING);
        }
        AccessPath path = table.read(session -> table.engine().explain(session, asked.sql(), asked.values()));
        List<String> indexes = path.indexes().stream().map(table::describeIndex).toList();
        return new Explanation(bound.text(), asked, new AccessPath(indexes, path.scans(), path.steps()));
    }

    /** Some records, and the cursor behind them if there are more. */
    public record Part<T>(List<T> records, Optional<String> next) {}

    /** A filter as written, the query it becomes, and how the engine finds its records. */
    public record Explanation(String filter, Asked asked, AccessPath path) {}
}
