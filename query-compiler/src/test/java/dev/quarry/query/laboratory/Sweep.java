package dev.quarry.query.laboratory;

import dev.quarry.DB;
import dev.quarry.Database;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.Options;
import dev.quarry.error.FilterNotOnEngine;
import dev.quarry.query.testing.Backend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations tried on every row of a small domain. What the JVM computes is stored beside the operands, so that one query
 * compares all rows.
 */
final class Sweep {
    private static final int MOST_AT_ONCE = 60;
    private static final int SHOWN = 3;
    private static final int MOST_ROWS = 70_000;

    private final Backend backend;
    private final List<String> types;
    private final List<Object[]> rows;
    private int withoutForm;

    /**
     * A domain.
     *
     * @param types the types of the operands
     * @param rows operands
     */
    Sweep(List<String> types, List<Object[]> rows) {
        this(Backend.SQLITE, types, rows);
    }

    /** The same on another engine. */
    Sweep(Backend backend, List<String> types, List<Object[]> rows) {
        this.backend = backend;
        this.types = List.copyOf(types);
        this.rows = List.copyOf(rows);
    }

    /** What disagreed, in words. */
    List<String> run(List<Operation> operations) {
        List<String> found = new ArrayList<>();
        for (int from = 0; from < operations.size(); from += MOST_AT_ONCE) {
            List<Operation> some = operations.subList(from, Math.min(from + MOST_AT_ONCE, operations.size()));
            Class<?> generated = Compilation.compiled(new SweepSource(types, some).text());
            found.addAll(compare(generated, some));
        }
        return found;
    }

    private List<String> compare(Class<?> generated, List<Operation> operations) {
        try {
            SweepRows made = (SweepRows) generated.getDeclaredConstructor().newInstance();
            List<String> found = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += MOST_ROWS) {
                List<Object[]> some = rows.subList(from, Math.min(from + MOST_ROWS, rows.size()));
                found.addAll(compare(recordType(generated), made, some, operations));
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked") // the class is generated with it
    private static Class<Record> recordType(Class<?> generated) throws ClassNotFoundException {
        return (Class<Record>) Class.forName("generated.Generated$Row", true, generated.getClassLoader());
    }

    /** How many operations the engine has no exact form of. */
    int withoutForm() {
        return withoutForm;
    }

    private List<String> compare(
            Class<Record> type, SweepRows generated, List<Object[]> rows, List<Operation> operations) {
        Database database = backend.open();
        String name = Backend.store("rows");
        try {
            Datastore<Record> store = database.store(name, type);
            Map<String, Record> records = new HashMap<>();
            for (Object[] row : rows) {
                records.put("k" + records.size(), generated.row(row));
            }
            DB.setAll(store, records);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < operations.size(); i++) {
                try {
                    compare(store, records.values(), generated, i, operations.get(i))
                            .ifPresent(found::add);
                } catch (FilterNotOnEngine e) {
                    withoutForm++;
                }
            }
            return found;
        } finally {
            backend.close(database, List.of(name));
        }
    }

    @SuppressWarnings("unchecked") // the filters are of the record
    private static Optional<String> compare(
            Datastore<Record> store, Collection<Record> records, SweepRows generated, int index, Operation operation) {
        String name = "r" + index;
        long defined = records.stream()
                .filter(record -> Records.values(record).get(name) != null)
                .count();
        Filter<Record> same = (Filter<Record>) generated.same(index);
        Filter<Record> test = (Filter<Record>) generated.test(index);
        long equal = DB.queryCount(store, same);
        long outcomes = DB.queryCount(store, test) + DB.queryCount(store, test.negate());
        return equal == defined && outcomes == defined
                ? Optional.empty()
                : Optional.of(operation.pattern() + ": " + defined + " values, " + equal + " of them equal, " + outcomes
                        + " outcomes; " + DB.query(store, same.negate(), Options.limit(SHOWN)));
    }
}
