package dev.quarry.store;

import dev.quarry.engine.Capability;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.error.CopyFailed;
import dev.quarry.error.StoreExists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The database that stores are copied into. A store is in its catalog when it is complete, and never before. */
final class CopyTarget {
    private final Engine engine;
    private final Catalog catalog;

    CopyTarget(Engine engine) {
        this.engine = engine;
        this.catalog = new Catalog(engine);
    }

    /** A complete store of that name. */
    Optional<StoreEntry> finished(String store) {
        return engine.connections()
                .read(session -> catalog.exists(session) ? catalog.find(session, store) : Optional.empty());
    }

    /**
     * The entry of a copy, with the table of one that was begun before if it holds the same kind of rows, else with a new one. All
     * else is what the source says now: it may have changed since.
     */
    StoreEntry begin(StoreEntry source) {
        return engine.connections().change(session -> {
            catalog.createIfMissing(session);
            Optional<StoreEntry> begun = catalog.unfinished(session, source.name());
            if (begun.isEmpty() || !canHold(session, begun.get(), source)) {
                return create(session, source, begun);
            }
            StoreEntry entry = source.elsewhere(begun.get().id(), begun.get().table());
            if (!entry.equals(begun.get())) {
                catalog.setUnfinished(session, entry);
            }
            return entry;
        });
    }

    private boolean canHold(Session session, StoreEntry begun, StoreEntry source) throws SQLException {
        return begun.table().record().equals(source.table().record())
                && engine.hasTable(session, begun.table().name());
    }

    /** A new table, in place of one that was begun. */
    StoreEntry beginAnew(StoreEntry source) {
        return engine.connections()
                .change(session -> create(session, source, catalog.unfinished(session, source.name())));
    }

    private StoreEntry create(Session session, StoreEntry source, Optional<StoreEntry> begun) throws SQLException {
        if (begun.isPresent()) {
            drop(session, begun.get());
        }
        long number = catalog.nextGeneration(session);
        StoredTable table = StoredTable.create(
                engine.tableName(source.name(), number), source.table().record());
        engine.changes().create(session, table.layout());
        StoreEntry entry = source.elsewhere(number, table);
        catalog.setUnfinished(session, entry);
        return entry;
    }

    private void drop(Session session, StoreEntry begun) throws SQLException {
        if (engine.hasTable(session, begun.table().name())) {
            engine.changes().drop(session, begun.table().name());
        }
        catalog.forgetUnfinished(session, begun.name());
    }

    /** Drops what was begun of stores of other names: what was interrupted, and nobody will ask for it again. */
    void dropAllBegunBut(Set<String> stores) {
        dropBegun(entry -> !stores.contains(entry.name()));
    }

    /** Drops what was begun of a store. */
    void dropBegun(String store) {
        dropBegun(entry -> entry.name().equals(store));
    }

    private void dropBegun(Predicate<StoreEntry> which) {
        boolean any =
                engine.connections().read(session -> !begun(session, which).isEmpty());
        if (any) {
            engine.connections().change(session -> {
                List<StoreEntry> entries = begun(session, which);
                for (StoreEntry entry : entries) {
                    drop(session, entry);
                }
                return entries;
            });
        }
    }

    private List<StoreEntry> begun(Session session, Predicate<StoreEntry> which) throws SQLException {
        return catalog.exists(session)
                ? catalog.allUnfinished(session).stream().filter(which).toList()
                : List.of();
    }

    /** Keeps others from finishing the copy, or from beginning it anew, until the caller's transaction ends. */
    void requireUnfinished(Session session, StoreEntry begun) throws SQLException {
        if (!catalog.isUnfinished(session, begun)) {
            throw CopyFailed.overtaken(begun.name());
        }
    }

    /** Throws {@link CopyFailed} if others have finished the copy, begun it anew or dropped it. */
    void requireBegun(Session session, StoreEntry begun) throws SQLException {
        if (!catalog.unfinished(session, begun.name()).equals(Optional.of(begun))) {
            throw CopyFailed.overtaken(begun.name());
        }
    }

    long count(StoreEntry entry) {
        return engine.connections()
                .read(session -> session.number(engine.table(entry.layout()).count()));
    }

    Optional<String> lastKey(StoreEntry entry) {
        return engine.connections().read(session -> {
            try (ResultSet row =
                    session.statement(engine.table(entry.layout()).lastKey()).executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1));
            }
        });
    }

    /** The shapes that a complete store has had. */
    List<SchemaShape> history(StoreEntry entry) {
        return engine.connections().read(session -> History.of(session, entry));
    }

    /** Makes the indexes and rules of a filled table, and the store one of the database's. */
    void finish(Session from, Engine source, StoreEntry original, StoreEntry copy) {
        engine.connections().change(session -> {
            requireUnfinished(session, copy);
            if (catalog.find(session, copy.name()).isPresent()) {
                throw StoreExists.inTheWayOfACopy(copy.name(), "it was made while the store was copied");
            }
            // where there are no triggers, the programs for which they would be are refused
            Set<String> inStep = engine.capabilities().has(Capability.TRIGGERS)
                    ? original.table().inStep()
                    : Set.of();
            keepInStep(session, inStep, copy.table());
            StoredTable table = new StoredTable(
                    copy.table().name(), copy.table().record(), copy.table().columns(), inStep);
            StoreEntry finished = copy.withTable(table);
            new Indexes(engine)
                    .synchronize(session, copy.name(), DeclaredLayout.of(table, finished.schema()), finished.indexes());
            catalog.insert(session, finished);
            catalog.forgetUnfinished(session, finished.name());
            History.copy(from, original, session, finished);
            Optional<String> origin =
                    new Catalog(source).origin(from, original.table().name());
            if (origin.isPresent()) {
                catalog.setOrigin(session, table.name(), origin.get());
            }
            return finished;
        });
    }

    private void keepInStep(Session session, Set<String> tokens, StoredTable copy) throws SQLException {
        Map<String, StoredColumn> columns = StoredColumn.of(copy.record()).stream()
                .collect(Collectors.toMap(StoredColumn::token, Function.identity()));
        for (String token : tokens) {
            StoredColumn column = columns.get(token);
            if (column != null) {
                String flag = copy.column(column.flag().orElseThrow());
                engine.changes().keepInStep(session, copy.name(), copy.column(token), flag, column.inStep());
            }
        }
    }
}
