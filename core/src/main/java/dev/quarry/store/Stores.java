package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableLayout;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.StoreExists;
import dev.quarry.error.StoreMissing;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores of one database. A store without records takes any schema; one with records keeps the schema it has. Both are
 * decided in the transaction that makes the change. Thread-safe.
 */
public final class Stores {
    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    private final Engine engine;
    private final Catalog catalog;
    private final Indexes indexes;
    private final boolean readOnly;

    /** The stores that an engine holds. */
    public Stores(Engine engine, boolean readOnly) {
        this.engine = engine;
        this.catalog = new Catalog(engine);
        this.indexes = new Indexes(engine);
        this.readOnly = readOnly;
    }

    /**
     * Opens a store, creating it if there is none.
     *
     * @param asked indexes besides those that the record's annotations ask for
     * @throws SchemaLocked if the store holds records of another shape
     * @throws dev.quarry.error.InvalidIndex if an index cannot be kept
     * @throws dev.quarry.error.DuplicateValues if a unique rule is broken by the records already there
     */
    public <T> StoreTable<T> open(String name, DeclaredRecord<T> record, List<Index> asked) {
        KeyRule.requireStoreName(name);
        List<Index> wanted = new ArrayList<>(new LinkedHashSet<>(concatenated(record.indexes(), asked)));
        Indexes.check(name, record.schema(), wanted);
        StoreEntry entry = engine.connections()
                .read(session -> upToDate(session, name, record.schema(), wanted))
                .orElseGet(() -> {
                    if (readOnly) {
                        throw StoreMissing.named(name);
                    }
                    return engine.connections().write(session -> settle(session, name, record.schema(), wanted));
                });
        return new StoreTable<>(engine, entry, record);
    }

    private static List<Index> concatenated(List<Index> first, List<Index> second) {
        List<Index> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The store's entry if nothing has to be written. A read-only program takes the indexes as they are. */
    private Optional<StoreEntry> upToDate(Session session, String name, Schema schema, List<Index> wanted)
            throws SQLException {
        if (!catalog.exists(session)) {
            return Optional.empty();
        }
        Optional<StoreEntry> found = catalog.find(session, name);
        if (found.isPresent() && readOnly && !same(found.get().schema(), schema)) {
            throw locked(session, found.get(), schema);
        }
        return found.filter(entry ->
                same(entry.schema(), schema) && (readOnly || entry.indexes().equals(wanted)));
    }

    private static boolean same(Schema stored, Schema declared) {
        return stored.fingerprint().equals(declared.fingerprint());
    }

    private SchemaLocked locked(Session session, StoreEntry entry, Schema declared) throws SQLException {
        return new SchemaLocked(
                entry.name(),
                SchemaDifferences.between(entry.schema(), declared),
                catalog.origin(session, entry.table()));
    }

    private StoreEntry settle(Session session, String name, Schema schema, List<Index> wanted) throws SQLException {
        catalog.createIfMissing(session);
        Optional<StoreEntry> found = catalog.find(session, name);
        if (found.isEmpty()) {
            StoreEntry entry = createTable(session, name, schema, wanted);
            catalog.insert(session, entry);
            LOG.debug("created store {} as table {}", name, entry.table());
            return entry;
        }
        StoreEntry entry = found.get();
        if (same(entry.schema(), schema)) {
            StoreEntry updated = entry.withIndexes(wanted);
            indexes.synchronize(session, name, entry.layout(), wanted);
            catalog.replace(session, updated);
            return updated;
        }
        if (holdsRecords(session, entry)) {
            throw locked(session, entry, schema);
        }
        session.executeOnce(engine.table(entry.layout()).drop());
        StoreEntry fresh = createTable(session, name, schema, wanted);
        catalog.replace(session, fresh);
        LOG.debug("the empty store {} changed its schema; its table is now {}", name, fresh.table());
        return fresh;
    }

    private StoreEntry createTable(Session session, String name, Schema schema, List<Index> wanted)
            throws SQLException {
        TableLayout layout = Layouts.create(engine.tableName(name, catalog.nextGeneration(session)), schema);
        session.executeOnce(engine.table(layout).create());
        indexes.synchronize(session, name, layout, wanted);
        return StoreEntry.of(name, layout, schema, wanted);
    }

    private boolean holdsRecords(Session session, StoreEntry entry) throws SQLException {
        try (ResultSet rows =
                session.statement(engine.table(entry.layout()).any()).executeQuery()) {
            return rows.next();
        }
    }

    /** All stores, by name. */
    public List<StoreDescription> list() {
        return engine
                .connections()
                .read(session -> catalog.exists(session) ? catalog.all(session) : List.<StoreEntry>of())
                .stream()
                .map(entry -> new StoreDescription(entry.name(), entry.schema(), entry.indexes()))
                .toList();
    }

    /**
     * Gives a store another name.
     *
     * @throws StoreMissing if there is none of the first name
     * @throws StoreExists if there is one of the second
     */
    public void rename(String from, String to) {
        KeyRule.requireStoreName(to);
        engine.connections().write(session -> {
            StoreEntry entry = require(session, from);
            if (!from.equals(to)) {
                if (catalog.find(session, to).isPresent()) {
                    throw new StoreExists(to);
                }
                catalog.rename(session, entry.name(), to);
            }
            return entry;
        });
    }

    /** Deletes a store with all its records; throws {@link StoreMissing} if there is none of that name. */
    public void drop(String name) {
        engine.connections().write(session -> {
            StoreEntry entry = require(session, name);
            session.executeOnce(engine.table(entry.layout()).drop());
            catalog.delete(session, name);
            return entry;
        });
    }

    private StoreEntry require(Session session, String name) throws SQLException {
        if (!catalog.exists(session)) {
            throw StoreMissing.named(name);
        }
        return catalog.find(session, name).orElseThrow(() -> StoreMissing.named(name));
    }
}
