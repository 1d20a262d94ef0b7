package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.error.InvalidText;
import dev.quarry.error.NullComponent;
import dev.quarry.schema.Index;
import dev.quarry.schema.SchemaHints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is being filled for a store, until {@link Generations#install} makes it the store's. Indexes come last: they
 * are made faster of all rows than row by row, and the rows that break a unique rule can be told before. Used by one thread.
 *
 * @param <T> the record
 */
public final class Generation<T> {
    private static final int BATCH = 1_000;

    /** Characters and bytes: records may be long. */
    private static final long BATCH_WEIGHT = 1_000_000;

    private final Engine engine;
    private final StoreTable<T> table;
    private final String insert;
    private final SchemaHints hints;
    private final List<@Nullable Object[]> kept = new ArrayList<>();
    private final List<Runnable> ifTaken = new ArrayList<>();
    private long weight;
    private StoreEntry entry;

    Generation(Engine engine, StoreEntry entry, OpenRequest<T> request) {
        this.engine = engine;
        this.entry = entry;
        this.hints = request.declaration().hints();
        this.table = new StoreTable<>(engine, entry, request.record(), request.codec());
        this.insert = table.statements().insertEntry();
    }

    StoreEntry entry() {
        return entry;
    }

    SchemaHints hints() {
        return hints;
    }

    /** The store that the table is for. */
    public String store() {
        return entry.name();
    }

    /** The table's name. */
    public String table() {
        return entry.table().name();
    }

    /**
     * Writes a record: on a server together with others, at the latest when {@link #flush} is called.
     *
     * @param version how often there has been written under the key
     * @param taken run when the record is not written because the key is not free
     * @throws dev.quarry.error.InvalidKey if the key is none
     * @throws NullComponent if a component that must have a value is null
     * @throws InvalidText if a text cannot be stored unchanged
     */
    public void add(Session session, @Nullable String key, long version, T record, Runnable taken) throws SQLException {
        @Nullable Object[] row = new Object[2 + table.codec().width()];
        String required = KeyRule.requireKey(key);
        row[0] = required;
        row[1] = version;
        try {
            table.codec().write(record, row, 2);
        } catch (NullComponent e) {
            throw e.ofKey(required);
        } catch (InvalidText e) {
            throw e.ofKey(required);
        }
        kept.add(row);
        ifTaken.add(taken);
        weight += weight(row);
        if (!engine.isRemote() || kept.size() == BATCH || weight >= BATCH_WEIGHT) {
            flush(session);
        }
    }

    private static long weight(@Nullable Object[] row) {
        long weight = 0;
        for (Object value : row) {
            if (value instanceof String text) {
                weight += text.length();
            } else if (value instanceof byte[] bytes) {
                weight += bytes.length;
            }
        }
        return weight;
    }

    /** Writes what {@link #add} has kept back. */
    public void flush(Session session) throws SQLException {
        if (kept.isEmpty()) {
            return;
        }
        int[] written = session.filling().executeAll(insert, kept);
        List<Runnable> told = List.copyOf(ifTaken);
        kept.clear();
        ifTaken.clear();
        weight = 0;
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                told.get(i).run();
            }
        }
    }

    /** Of what was written, hands over each group of records that break a unique rule, in the order of their least keys. */
    public void duplicates(Session session, Index rule, DuplicateSink sink) throws SQLException {
        String sql = table.statements().duplicates(Indexes.columns(table.layout(), rule));
        try (ResultSet rows = session.filling().statement(sql).executeQuery()) {
            while (rows.next()) {
                sink.accept(rows.getString(1), rows.getString(2), rows.getLong(3));
            }
        }
    }

    /**
     * Makes the indexes and unique rules.
     *
     * @throws dev.quarry.error.InvalidIndex if one cannot be kept
     * @throws dev.quarry.error.DuplicateValues if records break a rule
     */
    public void index(Session session, List<Index> indexes) throws SQLException {
        Indexes.check(entry.name(), entry.schema(), indexes);
        new Indexes(engine).synchronize(session, entry.name(), entry.layout(), indexes);
        entry = entry.withIndexes(indexes);
    }

    /** Takes groups of records that agree where they must not. */
    @FunctionalInterface
    public interface DuplicateSink {
        /** The least and the greatest key of a group, and how many records it has. */
        void accept(String first, String last, long count) throws SQLException;
    }
}
