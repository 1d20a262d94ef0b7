package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;
import static dev.quarry.engine.StandardDialect.KEY;
import static dev.quarry.engine.StandardDialect.VERSION;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a table and its look-up tables. The record comes first and is locked: of two writers of one key the second waits, and
 * finds the values of the first. Then the values that the record has had go and the new ones come, as the table has them and not
 * as the program knows them, so that a program which does not know a rule's columns keeps the rule too. A value that another record
 * has breaks the primary key of the look-up table, with the columns of the rule in the failure as if it were a unique index.
 */
final class LookupWrites implements TableWrites {
    private static final int BATCH = 1_000;

    /** For each rule, the places of its columns in a row. */
    private final List<int[]> places;

    private final List<String> takes;
    private final List<String> frees;
    private final String lock;
    private final String upsert;
    private final String insert;
    private final String delete;
    private final String deleteAll;

    LookupWrites(String table, TableStatements statements, List<LookupTable> rules) {
        this.takes = rules.stream().map(LookupTable::insert).toList();
        this.frees = rules.stream().map(LookupTable::delete).toList();
        List<String> columns = Stream.concat(
                        Stream.of(KEY, VERSION), rules.stream().flatMap(rule -> rule.columns().stream()))
                .distinct()
                .toList();
        this.places = rules.stream()
                .map(rule -> rule.columns().stream()
                        .mapToInt(column -> columns.indexOf(column) + 1)
                        .toArray())
                .toList();
        String list = columns.stream().map(PostgresDialect::inQuotes).collect(Collectors.joining(", "));
        this.lock = "select " + list + " from " + inQuotes(table) + " where " + inQuotes(KEY) + " = ? for update";
        this.upsert = statements.upsert() + " returning " + list;
        this.insert = statements.insert() + " returning " + list;
        this.delete = statements.delete() + " returning " + list;
        this.deleteAll = statements.deleteAll() + " returning " + list;
    }

    /** What a row of the table has in the columns of rules. */
    private record Held(String key, long version, List<LookupValue> values) {}

    @Override
    public int upsert(Session session, @Nullable Object[] row) throws SQLException {
        Optional<Held> before = one(session, lock, row[0]);
        Held after = one(session, upsert, row).orElseThrow();
        if (before.isEmpty() && after.version() > 1) {
            throw new SQLException(
                    "another transaction has just made the record '" + after.key() + "', and its values were not seen",
                    PostgresFailures.SERIALIZATION_FAILURE);
        }
        move(session, after.key(), before.map(Held::values).orElse(List.of()), after.values());
        return 1;
    }

    /** One after the other: a value that one of them gives back may be that of the next. */
    @Override
    public void upsertAll(Session session, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] row : rows) {
            upsert(session, row);
        }
    }

    @Override
    public int insert(Session session, @Nullable Object[] row) throws SQLException {
        Held after = one(session, insert, row).orElseThrow();
        move(session, after.key(), List.of(), after.values());
        return 1;
    }

    @Override
    public int delete(Session session, String keys) throws SQLException {
        return deleted(session, delete, keys);
    }

    @Override
    public int deleteAll(Session session) throws SQLException {
        return deleted(session, deleteAll);
    }

    private Optional<Held> one(Session session, String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = session.returning(sql, values)) {
            return rows.next() ? Optional.of(held(rows)) : Optional.empty();
        }
    }

    private Held held(ResultSet row) throws SQLException {
        List<LookupValue> values = new ArrayList<>(places.size());
        for (int rule = 0; rule < places.size(); rule++) {
            value(row, rule).ifPresent(values::add);
        }
        return new Held(row.getString(1), row.getLong(2), values);
    }

    /** What a record has in the columns of a rule; empty if there is a NULL among it, which collides with nothing. */
    private Optional<LookupValue> value(ResultSet row, int rule) throws SQLException {
        int[] columns = places.get(rule);
        Object[] parts = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Object part = row.getObject(columns[i]);
            if (part == null) {
                return Optional.empty();
            }
            parts[i] = part;
        }
        return Optional.of(new LookupValue(rule, parts));
    }

    private void move(Session session, String key, List<LookupValue> before, List<LookupValue> after)
            throws SQLException {
        SortedMap<LookupValue, String> steps = new TreeMap<>();
        before.forEach(value -> steps.put(value, frees.get(value.rule())));
        for (LookupValue value : after) {
            if (steps.remove(value) == null) {
                steps.put(value, takes.get(value.rule()));
            }
        }
        for (Map.Entry<LookupValue, String> step : steps.entrySet()) {
            session.execute(step.getValue(), step.getKey().with(key));
        }
    }

    /** Runs what deletes records, and takes their values back. */
    private int deleted(Session session, String sql, @Nullable Object... values) throws SQLException {
        int count = 0;
        SortedMap<LookupValue, String> keys = new TreeMap<>();
        try (ResultSet rows = session.returning(sql, values)) {
            while (rows.next()) {
                count++;
                Held held = held(rows);
                held.values().forEach(value -> keys.put(value, held.key()));
                if (count % BATCH == 0) {
                    free(session, keys);
                }
            }
        }
        free(session, keys);
        return count;
    }

    private void free(Session session, SortedMap<LookupValue, String> keys) throws SQLException {
        List<List<@Nullable Object[]>> rows = new ArrayList<>();
        frees.forEach(rule -> rows.add(new ArrayList<>()));
        keys.forEach((value, key) -> rows.get(value.rule()).add(value.with(key)));
        keys.clear();
        for (int i = 0; i < frees.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                session.executeAll(frees.get(i), rows.get(i));
            }
        }
    }
}
