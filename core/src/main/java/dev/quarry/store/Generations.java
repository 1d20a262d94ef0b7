package dev.quarry.store;

import dev.quarry.codec.StoredMembers;
import dev.quarry.engine.Copies;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableLayout;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.StoreExists;
import dev.quarry.error.StoreMissing;
import dev.quarry.evolution.StoredRecord;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The tables behind the stores, for tools that give the records of a store another shape: they read the table of the present
 * generation, fill one of the next, and switch. Every method runs inside the caller's session; those that write are meant for
 * {@link dev.quarry.engine.Connections#change}, so that a switch and the rows behind it are one transaction. Thread-safe.
 */
public final class Generations {
    private final Engine engine;
    private final Catalog catalog;
    private final Predicate<String> heir;

    /** The tables of an engine's stores. */
    public Generations(Engine engine) {
        this(engine, table -> false);
    }

    private Generations(Engine engine, Predicate<String> heir) {
        this.engine = engine;
        this.catalog = new Catalog(engine);
        this.heir = heir;
    }

    /** The same, where tables that are given up go to a copy if it takes them: at its end, and until then others read them. */
    public Generations leavingTo(Copies.Copy copy) {
        return new Generations(engine, copy::takes);
    }

    /** The same for work that will be rolled back: tables that are given up stay, and others go on to read them. */
    public Generations keepingAll() {
        return new Generations(engine, table -> true);
    }

    /** The engine that holds the tables. */
    public Engine engine() {
        return engine;
    }

    /** All stores, by name. */
    public List<StoreDescription> stores(Session session) throws SQLException {
        if (!catalog.exists(session)) {
            return List.of();
        }
        return catalog.all(session).stream().map(StoreDescription::of).toList();
    }

    /** The table of a store; throws {@link StoreMissing}. */
    public String table(Session session, String store) throws SQLException {
        return require(session, store).table().name();
    }

    /** Keeps others from writing to a store, but not from reading it, until the transaction ends; throws {@link StoreMissing}. */
    public void lock(Session session, String store) throws SQLException {
        engine.changes().lockForReading(session, require(session, store).table().name());
    }

    /** How many records a store holds; throws {@link StoreMissing}. */
    public long count(Session session, String store) throws SQLException {
        return session.number(engine.table(require(session, store).layout()).count());
    }

    /**
     * Hands every record of a store to the sink, in key order, one at a time. The sink may write to other tables.
     *
     * @param schema as what the records are read: the store's present one, with its components in any order
     * @param readers gives what reads the components, whose layout is that of the schema
     * @throws StoreMissing if there is no such store
     */
    public <R> void forEach(Session session, String store, Schema schema, RowReaders<R> readers, EntrySink<R> sink)
            throws SQLException {
        StoreEntry entry = require(session, store);
        engine.changes().lockForReading(session, entry.table().name());
        TableLayout layout = DeclaredLayout.of(entry.table(), schema);
        RowReader<R> reader = readers.of(entry.table().record().members(schema));
        StoredEntries.forEach(session, engine, layout, store, reader, sink);
    }

    /** Creates the empty table of a store's next generation, which nobody uses yet. It has no indexes. */
    public <T> Generation<T> create(Session session, String store, DeclaredRecord<T> record) throws SQLException {
        KeyRule.requireStoreName(store);
        catalog.createIfMissing(session);
        long number = catalog.nextGeneration(session);
        OpenRequest<T> request = OpenRequest.of(store, record, List.of());
        StoredTable table = StoredTable.create(engine.tableName(store, number), StoredRecord.of(request.declaration()));
        engine.changes().create(session, table.layout());
        StoreEntry entry = catalog.find(session, store)
                .map(before -> before.renewed(record.schema(), table).withIndexes(List.of()))
                .orElseGet(() -> StoreEntry.first(store, number, record.schema(), table));
        return new Generation<>(engine, entry, request);
    }

    /**
     * Makes a filled generation the store's present one and gives up the table of the one before, if there was one.
     *
     * @param origin what gave the store this shape, in words that errors can repeat: {@code migration 2 (split name)}
     */
    public void install(Session session, Generation<?> generation, String origin) throws SQLException {
        session.filled();
        StoreEntry entry = generation.entry();
        Optional<StoreEntry> before = catalog.find(session, entry.name());
        if (before.isPresent()) {
            giveUp(session, before.get());
            entry = entry.leavingBehind(leftBehind(session, before.get(), entry, origin));
            catalog.replace(session, entry);
        } else {
            catalog.insert(session, entry);
        }
        catalog.setOrigin(session, entry.table().name(), origin);
        History.append(session, entry, generation.hints(), List.of(origin));
    }

    /** Every record that the store has had, but the one that it has now, may mean something else by the same values. */
    private static Map<String, String> leftBehind(Session session, StoreEntry before, StoreEntry now, String origin)
            throws SQLException {
        Map<String, String> structures = new HashMap<>(before.leftBehind());
        for (SchemaShape shape : History.of(session, before)) {
            structures.putIfAbsent(shape.schema().structure(), origin);
        }
        structures.remove(now.schema().structure());
        return structures;
    }

    /** Deletes a store with its records; throws {@link StoreMissing}. */
    public void drop(Session session, String store) throws SQLException {
        StoreEntry entry = require(session, store);
        giveUp(session, entry);
        catalog.delete(session, store);
    }

    private void giveUp(Session session, StoreEntry entry) throws SQLException {
        if (!heir.test(entry.table().name())) {
            engine.changes().lock(session, entry.table().name());
            engine.changes().drop(session, entry.table().name());
        }
    }

    /**
     * Notes that a migration found a store empty and left it as it was: any record that no program has declared is free to take its
     * place, and refused once a program from before has written to it. Throws {@link StoreMissing}.
     */
    public void passBy(Session session, String store, String origin) throws SQLException {
        StoreEntry entry = require(session, store);
        if (entry.passedBy().isEmpty()) {
            catalog.replace(session, entry.passedBy(Optional.of(origin)));
        }
    }

    /** Takes back what {@link #passBy} has noted for a migration, of all stores. */
    public void forgetPassing(Session session, String origin) throws SQLException {
        if (!catalog.exists(session)) {
            return;
        }
        for (StoreEntry entry : catalog.all(session)) {
            if (entry.passedBy().filter(origin::equals).isPresent()) {
                catalog.replace(session, entry.passedBy(Optional.empty()));
            }
        }
    }

    /** Gives a store another name, if it has another; throws {@link StoreMissing} and {@link StoreExists}. */
    public void rename(Session session, String from, String to) throws SQLException {
        KeyRule.requireStoreName(to);
        require(session, from);
        if (catalog.find(session, to).isPresent()) {
            throw new StoreExists(to);
        }
        catalog.rename(session, from, to);
    }

    /**
     * Gives stores other names, all at once: one may get the name that another gives up, and two may swap theirs.
     *
     * @param names the new name of each store, by the present one
     * @throws StoreMissing if there is none of a present name
     * @throws StoreExists if a new name is that of a store that keeps it, or goes to two
     */
    public void rename(Session session, Map<String, String> names) throws SQLException {
        Map<String, String> between = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, String> store : new TreeMap<>(names).entrySet()) {
            String free;
            do {
                free = "renamed-" + ++number;
            } while (names.containsValue(free) || catalog.find(session, free).isPresent());
            rename(session, store.getKey(), free);
            between.put(free, store.getValue());
        }
        for (Map.Entry<String, String> store : between.entrySet()) {
            rename(session, store.getKey(), store.getValue());
        }
    }

    /**
     * Adds a store whose table is there already.
     *
     * @param entry what the catalog of a copy of this database has for it
     * @throws StoreExists if the name is taken
     * @throws DatabaseFailed if the entry is not of a copy of this database
     */
    public void adopt(Session session, String store, String entry) throws SQLException {
        if (catalog.find(session, store).isPresent()) {
            throw new StoreExists(store);
        }
        StoreEntry before = StoreEntryJson.read(store, entry);
        requireFree(session, before);
        List<SchemaShape> shapes = History.of(session, before);
        SchemaHints hints = shapes.stream()
                .filter(shape -> shape.version() == before.version())
                .map(SchemaShape::hints)
                .findFirst()
                .orElseThrow(
                        () -> foreign(before, "a number under which this database has no such version of a store"));
        // the history goes on: a version that was given up keeps its number
        StoreEntry restored = before.at(shapes.get(shapes.size() - 1).version() + 1);
        catalog.insert(session, restored);
        History.append(session, restored, hints, List.of("it is again as it was in version " + before.version()));
    }

    /** Two stores of one number would have one history. */
    private void requireFree(Session session, StoreEntry entry) throws SQLException {
        for (StoreEntry other : catalog.all(session)) {
            if (other.id() == entry.id()) {
                throw foreign(entry, "the number that store '" + other.name() + "' has here");
            }
        }
    }

    private DatabaseFailed foreign(StoreEntry entry, String number) {
        return new DatabaseFailed(
                engine.connections().location(),
                "the backup is another database's: its store '" + entry.name() + "' has the number " + entry.id() + ", "
                        + number + "; put the backup in its place that was made of this database",
                null);
    }

    /** A digest that two states of a store share exactly if they hold the same entries in a table of the same layout. */
    public String digest(Session session, String store) throws SQLException {
        return StoredEntries.digest(session, engine, require(session, store).layout());
    }

    /** A digest that two states of a store share exactly if the same keys have been written to as often, in whatever shape. */
    public String writes(Session session, String store) throws SQLException {
        TableLayout layout = require(session, store).layout();
        return StoredEntries.digest(session, engine, new TableLayout(layout.table(), List.of(), List.of()));
    }

    /** The shapes that a store has had, the first one first; throws {@link StoreMissing}. */
    public List<SchemaShape> shapes(Session session, String store) throws SQLException {
        return History.of(session, require(session, store));
    }

    /** Throws {@link dev.quarry.error.InvalidIndex} if an index cannot be kept. */
    public static void checkIndexes(String store, Schema schema, List<Index> indexes) {
        Indexes.check(store, schema, indexes);
    }

    private StoreEntry require(Session session, String name) throws SQLException {
        if (!catalog.exists(session)) {
            throw StoreMissing.named(name);
        }
        return catalog.find(session, name).orElseThrow(() -> StoreMissing.named(name));
    }

    /** Gives what reads the rows of a store. */
    @FunctionalInterface
    public interface RowReaders<R> {
        /** What reads them; {@code members} is what the store has in its collections. */
        RowReader<R> of(StoredMembers members);
    }

    /** Reads the components of a row. */
    @FunctionalInterface
    public interface RowReader<R> {
        /** What is in the row; {@code at} is the first component's column. */
        R read(ResultSet rows, int at) throws SQLException;
    }

    /** Takes entries, one after the other. */
    @FunctionalInterface
    public interface EntrySink<R> {
        /**
         * Takes one.
         *
         * @param record reads it; throws {@link dev.quarry.error.UnreadableRecord}; only valid during the call
         */
        void accept(String key, long version, Content<R> record) throws SQLException;
    }

    /** The record of an entry, read when it is asked for. */
    @FunctionalInterface
    public interface Content<R> {
        /** Reads it. */
        R read() throws SQLException;
    }
}
