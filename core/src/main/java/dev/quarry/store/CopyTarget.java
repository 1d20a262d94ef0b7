package dev.quarry.store;

import dev.quarry.engine.Capability;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.error.CopyFailed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** The table of a copy that was begun before, if it holds the same kind of rows; else a new one. */
    StoreEntry begin(StoreEntry source) {
        return engine.connections().change(session -> {
            catalog.createIfMissing(session);
            Optional<StoreEntry> begun = catalog.unfinished(session, source.name());
            boolean goesOn = begun.isPresent()
                    && begun.get().table().record().equals(source.table().record())
                    && begun.get().leftBehind().equals(source.leftBehind());
            return goesOn ? begun.get() : create(session, source, begun);
        });
    }

    /** A new table, in place of one that was begun. */
    StoreEntry beginAnew(StoreEntry source) {
        return engine.connections()
                .change(session -> create(session, source, catalog.unfinished(session, source.name())));
    }

    private StoreEntry create(Session session, StoreEntry source, Optional<StoreEntry> begun) throws SQLException {
        if (begun.isPresent()) {
            engine.changes().drop(session, begun.get().table().name());
        }
        long number = catalog.nextGeneration(session);
        StoredTable table = StoredTable.create(
                engine.tableName(source.name(), number), source.table().record());
        engine.changes().create(session, table.layout());
        StoreEntry entry = new StoreEntry(
                source.name(),
                number,
                source.version(),
                source.schema(),
                source.shapes(),
                source.leftBehind(),
                source.passedBy(),
                source.indexes(),
                table);
        catalog.setUnfinished(session, entry);
        return entry;
    }

    /** Keeps others from finishing the copy, or from beginning it anew, until the caller's transaction ends. */
    void requireUnfinished(Session session, StoreEntry begun) throws SQLException {
        if (!catalog.isUnfinished(session, begun)) {
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

    /** Makes the indexes and rules of a filled table, and the store one of the database's. */
    void finish(Session from, Engine source, StoreEntry original, StoreEntry copy) {
        engine.connections().change(session -> {
            requireUnfinished(session, copy);
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
