package dev.quarry.store;

import dev.quarry.engine.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads from one store by key. Keys come in the order of their Unicode code points. Thread-safe. */
public final class Reading<T> {
    private static final int CHUNK = 512;

    private final StoreTable<T> table;
    private final String get;
    private final String entry;
    private final String getMany;
    private final String has;
    private final String count;
    private final String all;
    private final String keys;
    private final String firstChunk;
    private final String nextChunk;

    /** What reads from a table. */
    public Reading(StoreTable<T> table) {
        this.table = table;
        this.get = table.statements().get();
        this.entry = table.statements().entry();
        this.getMany = table.statements().getMany();
        this.has = table.statements().has();
        this.count = table.statements().count();
        this.all = table.statements().all();
        this.keys = table.statements().keys();
        this.firstChunk = table.statements().firstChunk();
        this.nextChunk = table.statements().nextChunk();
    }

    /** The record under a key. */
    public Optional<T> get(String key) {
        KeyRule.requireKey(key);
        return table.read(session -> {
            PreparedStatement statement = session.statement(get);
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(table.record(rows)) : Optional.empty();
            }
        });
    }

    /** The record under a key with the number of its writes. */
    public <E> Optional<E> entry(String key, EntryMaker<T, E> maker) {
        KeyRule.requireKey(key);
        return table.read(session -> {
            PreparedStatement statement = session.statement(entry);
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(maker.make(key, table.record(rows), rows.getLong(table.versionColumn())))
                        : Optional.empty();
            }
        });
    }

    /** Makes an entry, whose type is the API's and not known here. */
    @FunctionalInterface
    public interface EntryMaker<T, E> {
        /** An entry of its key, record and version. */
        E make(String key, T record, long version);
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        KeyRule.requireKey(key);
        return table.read(session -> {
            PreparedStatement statement = session.statement(has);
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    /** The records that are there, of one moment, in the order in which their keys are first asked for. */
    public Map<String, T> getMany(List<String> wanted) {
        wanted.forEach(KeyRule::requireKey);
        String array = KeyArray.of(wanted);
        Map<String, T> found = table.read(session -> {
            PreparedStatement statement = session.statement(getMany);
            statement.setString(1, array);
            return map(statement, new HashMap<>());
        });
        Map<String, T> ordered = new LinkedHashMap<>();
        for (String key : wanted) {
            T record = found.get(key);
            if (record != null) {
                ordered.put(key, record);
            }
        }
        return ordered;
    }

    private Map<String, T> map(PreparedStatement statement, Map<String, T> into) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                into.put(rows.getString(StoreTable.KEY_COLUMN), table.record(rows));
            }
        }
        return into;
    }

    /** All records in key order. */
    public List<T> getAll() {
        return table.read(session -> {
            List<T> records = new ArrayList<>();
            try (ResultSet rows = session.statement(all).executeQuery()) {
                while (rows.next()) {
                    records.add(table.record(rows));
                }
            }
            return records;
        });
    }

    /** All records by key, in key order. */
    public Map<String, T> getAllWithKeys() {
        return table.read(session -> map(session.statement(all), new LinkedHashMap<>()));
    }

    /** All keys in order. */
    public List<String> keys() {
        return table.read(session -> session.texts(keys));
    }

    /** How many records there are. */
    public long count() {
        return table.read(session -> session.number(count));
    }

    /** All records in key order, read a few hundred at a time; nothing is held open between. */
    public Stream<T> stream() {
        return StreamSupport.stream(new Chunks<>(this::chunk), false);
    }

    private Chunks.Chunk<T> chunk(Optional<String> after) {
        return table.read(session -> {
            PreparedStatement statement = after.isPresent()
                    ? bound(session, nextChunk, after.get(), CHUNK)
                    : bound(session, firstChunk, CHUNK);
            List<T> records = new ArrayList<>(CHUNK);
            String last = "";
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getString(StoreTable.KEY_COLUMN);
                    records.add(table.record(rows));
                }
            }
            return new Chunks.Chunk<>(records, records.size() == CHUNK ? Optional.of(last) : Optional.empty());
        });
    }

    private static PreparedStatement bound(Session session, String sql, Object... values) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        session.bind(statement, values);
        return statement;
    }
}
