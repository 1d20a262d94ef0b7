package dev.quarry;

import dev.quarry.error.InvalidOption;
import dev.quarry.store.query.Queries;
import dev.quarry.store.query.QuerySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verbs that filter; part of {@link DB}, which says what filters mean and throw. */
abstract class QueryVerbs extends WriteVerbs {
    private static final int PAGE = 100;

    QueryVerbs() {}

    /** The records for which the filter is true. */
    @SafeVarargs
    public static <T> List<T> query(Store<T> store, Filter<? super T> filter, QueryOption<T>... options) {
        return queries(store).list(QuerySpecs.search(filter, options), spec(store, options));
    }

    /** The records for which the filter is true, by key, in the order that {@link #query} would give. */
    @SafeVarargs
    public static <T> Map<String, T> queryWithKey(Store<T> store, Filter<? super T> filter, QueryOption<T>... options) {
        return queries(store).map(QuerySpecs.search(filter, options), spec(store, options));
    }

    /** The only record for which the filter is true; empty if there is none or several. */
    @SafeVarargs
    public static <T> Optional<T> queryOne(Store<T> store, Filter<? super T> filter, FilterOption<T>... options) {
        return queryOneWithKey(store, filter, options).map(Map.Entry::getValue);
    }

    /** The only record for which the filter is true, with its key; empty if there is none or several. */
    @SafeVarargs
    public static <T> Optional<Map.Entry<String, T>> queryOneWithKey(
            Store<T> store, Filter<? super T> filter, FilterOption<T>... options) {
        return only(queries(store).any(QuerySpecs.search(filter, options), 2));
    }

    /** The first record for which the filter is true, in the order asked for, else in key order. */
    @SafeVarargs
    public static <T> Optional<T> queryFirst(Store<T> store, Filter<? super T> filter, QueryOption<T>... options) {
        return queries(store)
                .list(QuerySpecs.search(filter, options), spec(store, options).atMost(1))
                .stream()
                .findFirst();
    }

    /** How many records the filter is true for. */
    @SafeVarargs
    public static <T> long queryCount(Store<T> store, Filter<? super T> filter, FilterOption<T>... options) {
        return queries(store).count(QuerySpecs.search(filter, options));
    }

    /** Whether there is a record for which the filter is true. */
    @SafeVarargs
    public static <T> boolean exists(Store<T> store, Filter<? super T> filter, FilterOption<T>... options) {
        return !queries(store).any(QuerySpecs.search(filter, options), 1).isEmpty();
    }

    /**
     * Some of the records for which the filter is true, in the order asked for, else in key order, and the cursor of the page
     * that follows. Pages go on behind the last record of the one before, wherever that record is by then: records that are
     * written meanwhile make nothing appear twice and nothing that stays be skipped.
     *
     * @param options {@code limit} (100 records unless given), {@code after}, an ordering
     * @throws dev.quarry.error.InvalidCursor if the cursor is not one of this store and ordering
     */
    @SafeVarargs
    public static <T> Page<T> page(Store<T> store, Filter<? super T> filter, QueryOption<T>... options) {
        QuerySpec given = QuerySpecs.of(DB.schema(store), options);
        QuerySpec spec = given.limit().isPresent() ? given : given.atMost(PAGE);
        if (spec.limit().orElseThrow() == 0) {
            throw new InvalidOption("limit(0)", "a page has at least one record");
        }
        Queries.Part<T> part = queries(store).page(QuerySpecs.search(filter, options), spec);
        return new Page<>(part.records(), part.next());
    }

    /** What SQL a query runs, with what values, and whether it uses an index; it is not run. */
    @SafeVarargs
    public static <T> QueryPlan explain(Store<T> store, Filter<? super T> filter, QueryOption<T>... options) {
        Queries.Explanation explained = queries(store).explain(FilterTrees.of(filter), spec(store, options));
        return new QueryPlan(
                explained.filter(),
                explained.asked().sql(),
                explained.asked().describedValues(),
                explained.path().indexes(),
                explained.path().scans(),
                explained.path().steps());
    }

    /**
     * The records whose named fields equal the given values, as {@link java.util.Objects#equals} has it. A field of a nested
     * record that is absent equals nothing, not even null: ask for the nested record itself to find what has none.
     *
     * @param fields values by field; {@code name.common} is a field of a nested record
     * @throws dev.quarry.error.UnknownField if the record has no such field
     * @throws dev.quarry.error.WrongFieldType if a value is not of its field's type
     * @throws dev.quarry.error.IncomparableField if no database can compare the field as Java does
     * @throws dev.quarry.error.NullComponent if null is given for a field that is never null
     */
    @SafeVarargs
    public static <T> List<T> queryExactFields(
            Store<T> store, Map<String, ? extends @Nullable Object> fields, QueryOption<T>... options) {
        return queries(store).listByFields(fields, spec(store, options));
    }

    /** As {@link #queryExactFields}, by key. */
    @SafeVarargs
    public static <T> Map<String, T> queryExactFieldsWithKey(
            Store<T> store, Map<String, ? extends @Nullable Object> fields, QueryOption<T>... options) {
        return queries(store).mapByFields(fields, spec(store, options));
    }

    /** As {@link #queryExactFields}, but the only record; empty if there is none or several. */
    public static <T> Optional<T> queryOneWithExactFields(
            Store<T> store, Map<String, ? extends @Nullable Object> fields) {
        return queryOneWithExactFieldsWithKey(store, fields).map(Map.Entry::getValue);
    }

    /** As {@link #queryOneWithExactFields}, with its key. */
    public static <T> Optional<Map.Entry<String, T>> queryOneWithExactFieldsWithKey(
            Store<T> store, Map<String, ? extends @Nullable Object> fields) {
        return only(queries(store).mapByFields(fields, QuerySpec.ALL.atMost(2)));
    }

    private static <T> Queries<T> queries(Store<T> store) {
        return Datastore.of(store).queries();
    }

    @SafeVarargs
    private static <T> QuerySpec spec(Store<T> store, QueryOption<T>... options) {
        return QuerySpecs.withoutCursor(DB.schema(store), options);
    }

    private static <T> Optional<Map.Entry<String, T>> only(Map<String, T> found) {
        return found.size() == 1
                ? Optional.of(Map.entry(
                        found.keySet().iterator().next(),
                        found.values().iterator().next()))
                : Optional.empty();
    }
}
