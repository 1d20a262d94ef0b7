package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.error.StoreExists;
import dev.quarry.error.StoreMissing;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.Index;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The stores of one database. A store without records takes any schema; one with records takes those that its records fit. Both
 * are decided in the transaction that makes the change. Thread-safe.
 */
public final class Stores {
    private final Engine engine;
    private final Catalog catalog;
    private final boolean readOnly;

    /** The stores that an engine holds. */
    public Stores(Engine engine, boolean readOnly) {
        this.engine = engine;
        this.catalog = new Catalog(engine);
        this.readOnly = readOnly;
    }

    /**
     * Opens a store, creating it if there is none.
     *
     * @param asked indexes besides those that the record's annotations ask for
     * @throws dev.quarry.error.SchemaLocked if the store holds records that the record does not fit
     * @throws dev.quarry.error.InvalidDefault if a default is no value of its component
     * @throws dev.quarry.error.InvalidIndex if an index cannot be kept
     * @throws dev.quarry.error.DuplicateValues if a unique rule is broken by the records already there
     */
    public <T> StoreTable<T> open(String name, DeclaredRecord<T> record, List<Index> asked) {
        KeyRule.requireStoreName(name);
        List<Index> wanted = new ArrayList<>(new LinkedHashSet<>(concatenated(record.indexes(), asked)));
        Indexes.check(name, record.schema(), wanted);
        OpenRequest<T> request = OpenRequest.of(name, record, wanted);
        return new StoreTable<>(engine, open(request), record, request.codec());
    }

    private StoreEntry open(OpenRequest<?> request) {
        if (readOnly) {
            return found(request, settlement -> settlement.asItIs(request))
                    .orElseThrow(() -> StoreMissing.named(request.name()));
        }
        return found(request, settlement -> settlement.upToDate(request))
                .orElseGet(() -> engine.connections()
                        .change(session -> new Settlement(engine, catalog, session).settle(request)));
    }

    /** Finds how a store stands. */
    @FunctionalInterface
    private interface Finding {
        Optional<Settlement.Standing> in(Settlement settlement) throws SQLException;
    }

    /** Where all records have to be read, that is done in a snapshot: only there does a server send them by and by. */
    private Optional<StoreEntry> found(OpenRequest<?> request, Finding finding) {
        Optional<Settlement.Standing> standing =
                engine.connections().read(session -> finding.in(new Settlement(engine, catalog, session)));
        if (standing.isEmpty() || !standing.get().fit().narrower()) {
            return standing.map(Settlement.Standing::entry);
        }
        return engine.connections().snapshot(session -> {
            Settlement settlement = new Settlement(engine, catalog, session);
            Optional<Settlement.Standing> again = finding.in(settlement);
            if (again.isPresent()) {
                settlement.requireReadable(again.get(), request);
            }
            return again.map(Settlement.Standing::entry);
        });
    }

    private static List<Index> concatenated(List<Index> first, List<Index> second) {
        List<Index> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** All stores, by name. */
    public List<StoreDescription> list() {
        return engine
                .connections()
                .read(session -> catalog.exists(session) ? catalog.all(session) : List.<StoreEntry>of())
                .stream()
                .map(StoreDescription::of)
                .toList();
    }

    /**
     * The shapes that a store has had, the first one first.
     *
     * @throws StoreMissing if there is none of that name
     */
    public List<SchemaShape> history(String name) {
        return engine.connections().read(session -> History.of(session, require(session, name)));
    }

    /**
     * Gives a store another name.
     *
     * @throws StoreMissing if there is none of the first name
     * @throws StoreExists if there is one of the second
     */
    public void rename(String from, String to) {
        KeyRule.requireStoreName(to);
        engine.connections().change(session -> {
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
        engine.connections().change(session -> {
            StoreEntry entry = require(session, name);
            engine.changes().lock(session, entry.table().name());
            engine.changes().drop(session, entry.table().name());
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
