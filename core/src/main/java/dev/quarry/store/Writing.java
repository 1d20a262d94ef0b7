package dev.quarry.store;

import dev.quarry.engine.Session;
import dev.quarry.engine.TableWrites;
import dev.quarry.error.InvalidText;
import dev.quarry.error.InvalidValue;
import dev.quarry.error.NullComponent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes to one store. Every record is checked before the database sees any. Thread-safe. */
public final class Writing<T> {
    private static final int BATCH = 1_000;

    private final StoreTable<T> table;

    /** What writes to a table. */
    public Writing(StoreTable<T> table) {
        this.table = table;
    }

    /** Writes a record, new or not. */
    public void set(String key, T record) {
        @Nullable Object[] row = row(key, record);
        table.writeOne((session, writes) -> upsert(session, writes, row));
    }

    /** Writes a record under a key that nobody has. */
    public void add(String key, T record) {
        @Nullable Object[] row = row(key, record);
        table.writeOne((session, writes) -> insert(session, writes, row));
    }

    /** Writes all records, or, if one fails, none. */
    public int setAll(Map<String, ? extends T> records) {
        List<@Nullable Object[]> rows = new ArrayList<>(records.size());
        records.forEach((key, record) -> rows.add(row(key, record)));
        if (table.engine().isRemote() && rows.size() > 1) {
            try {
                return table.write((session, writes) -> allAtOnce(session, writes, rows));
            } catch (BatchRefused e) {
                // which of the records it was is found out below
            }
        }
        return table.write((session, writes) -> oneByOne(session, writes, rows));
    }

    private int oneByOne(Session session, TableWrites writes, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] row : rows) {
            upsert(session, writes, row);
        }
        return rows.size();
    }

    private int allAtOnce(Session session, TableWrites writes, List<@Nullable Object[]> rows) throws SQLException {
        try {
            for (int from = 0; from < rows.size(); from += BATCH) {
                writes.upsertAll(session, rows.subList(from, Math.min(rows.size(), from + BATCH)));
            }
            return rows.size();
        } catch (SQLException e) {
            if (table.engine().violatedColumns(e).isPresent()) {
                throw new BatchRefused(e);
            }
            throw e;
        }
    }

    /** A record of a batch breaks a unique rule; the database does not say which one it is. */
    private static final class BatchRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BatchRefused(SQLException cause) {
            super(cause);
        }
    }

    private int upsert(Session session, TableWrites writes, @Nullable Object[] row) throws SQLException {
        try {
            return writes.upsert(session, row);
        } catch (SQLException e) {
            throw table.explained(e, String.valueOf(row[0]));
        }
    }

    private int insert(Session session, TableWrites writes, @Nullable Object[] row) throws SQLException {
        try {
            return writes.insert(session, row);
        } catch (SQLException e) {
            throw table.explained(e, String.valueOf(row[0]));
        }
    }

    private @Nullable Object[] row(@Nullable String given, @Nullable T record) {
        String key = KeyRule.requireKey(given);
        if (record == null) {
            throw new InvalidValue("record of key '" + key + "'");
        }
        @Nullable Object[] row = new Object[1 + table.codec().width()];
        row[0] = key;
        try {
            table.codec().write(record, row, 1);
        } catch (NullComponent e) {
            throw e.ofKey(key);
        } catch (InvalidText e) {
            throw e.ofKey(key);
        }
        return row;
    }

    /** Deletes the records that are there; how many they were. */
    public int delete(List<String> keys) {
        keys.forEach(KeyRule::requireKey);
        String array = KeyArray.of(keys);
        return table.writeOne((session, writes) -> writes.delete(session, array));
    }

    /** Deletes every record; how many they were. */
    public int deleteAll() {
        return table.writeOne((session, writes) -> writes.deleteAll(session));
    }
}
