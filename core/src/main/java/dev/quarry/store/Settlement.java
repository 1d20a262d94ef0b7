package dev.quarry.store;

import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableLayout;
import dev.quarry.error.CannotOpen;
import dev.quarry.error.SchemaLocked;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.evolution.Fit;
import dev.quarry.evolution.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles with what schema a store is opened. A store without records takes any; one with records takes those that its records
 * fit, and keeps the columns of all that it took. Runs inside the caller's session.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final int EXAMPLES = 3;

    private final Engine engine;
    private final Catalog catalog;
    private final Indexes indexes;
    private final Session session;

    Settlement(Engine engine, Catalog catalog, Session session) {
        this.engine = engine;
        this.catalog = catalog;
        this.indexes = new Indexes(engine);
        this.session = session;
    }

    /**
     * How a store is there, and a record fits it.
     *
     * @param fit if it is narrower, {@link #requireReadable} has to be asked before the store is used
     */
    record Standing(StoreEntry entry, Fit fit) {}

    /** The store if nothing has to be written. */
    Optional<Standing> upToDate(OpenRequest<?> request) throws SQLException {
        Optional<StoreEntry> found = find(request);
        if (found.isEmpty() || !catalog.hasFunctions(session)) {
            return Optional.empty();
        }
        StoreEntry entry = found.get();
        Fit fit = fit(entry, request);
        boolean isLatest = entry.isLatest(request.schema());
        boolean settled = isTaken(entry, request, fit)
                && fit.stored().equals(entry.table().record())
                && entry.isKnown(request.schema())
                && (!isLatest || entry.indexes().equals(request.indexes()))
                && isInStep(entry, request);
        return settled ? Optional.of(new Standing(entry, fit)) : Optional.empty();
    }

    private static boolean isInStep(StoreEntry entry, OpenRequest<?> request) {
        return DeclaredLayout.missingInStep(entry.table(), request.schema()).stream()
                .allMatch(column -> entry.table().inStep().contains(column.token()));
    }

    /** The store for a program that may not write: it takes indexes as they are, and no record that would change anything. */
    Optional<Standing> asItIs(OpenRequest<?> request) throws SQLException {
        Optional<StoreEntry> found = find(request);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!catalog.hasFunctions(session)) {
            throw new CannotOpen(
                    engine.connections().location(),
                    "it lacks the functions that this version of Quarry calls, and readOnly() keeps it from making them:"
                            + " open a store once without it",
                    null);
        }
        StoreEntry entry = found.get();
        Fit fit = fit(entry, request);
        if (!isTaken(entry, request, fit)) {
            throw refused(entry, request, fit);
        }
        if (!fit.stored().equals(entry.table().record())) {
            List<String> lines = new ArrayList<>(fit.changes());
            lines.add("the store takes these changes, but the database was opened with readOnly(): open the store once"
                    + " without it");
            throw locked(entry, request, lines);
        }
        return Optional.of(new Standing(entry, fit));
    }

    private Optional<StoreEntry> find(OpenRequest<?> request) throws SQLException {
        return catalog.exists(session) ? catalog.find(session, request.name()) : Optional.empty();
    }

    /** What an older program declared was settled then; what changed since is not its to change again. */
    private static Fit fit(StoreEntry entry, OpenRequest<?> request) {
        boolean older = entry.isKnown(request.schema()) && !entry.isLatest(request.schema());
        return older
                ? Fit.again(entry.table().record(), request.declaration())
                : Fit.of(entry.table().record(), entry.schema(), request.declaration());
    }

    /** Columns that fit are not enough where a migration has led away from the record. */
    private static boolean isTaken(StoreEntry entry, OpenRequest<?> request, Fit fit) {
        return fit.isCompatible()
                && entry.leftBehindBy(request.schema()).isEmpty()
                && !entry.isPassedBefore(request.schema());
    }

    private SchemaLocked refused(StoreEntry entry, OpenRequest<?> request, Fit fit) throws SQLException {
        List<String> differences = SchemaDifferences.between(entry.schema(), request.schema());
        if (entry.isPassedBefore(request.schema())) {
            return SchemaLocked.passedBy(
                    entry.name(), differences, entry.passedBy().orElseThrow());
        }
        Optional<String> migration = entry.leftBehindBy(request.schema());
        return fit.isCompatible() && migration.isPresent()
                ? SchemaLocked.leftBehind(entry.name(), differences, migration.get())
                : locked(entry, request, fit.obstacles());
    }

    private SchemaLocked locked(StoreEntry entry, OpenRequest<?> request, List<String> obstacles) throws SQLException {
        return new SchemaLocked(
                entry.name(),
                SchemaDifferences.between(entry.schema(), request.schema()),
                obstacles,
                catalog.origin(session, entry.table().name()));
    }

    /** Reads all records if there may be some that the record cannot hold; throws {@link SchemaLocked} if there are. */
    void requireReadable(Standing standing, OpenRequest<?> request) throws SQLException {
        requireReadable(standing.entry(), request, standing.fit());
    }

    private void requireReadable(StoreEntry entry, OpenRequest<?> request, Fit fit) throws SQLException {
        List<String> unreadable = fit.narrower() ? unreadable(entry, request) : List.of();
        if (!unreadable.isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add("the record holds less than the store may hold, and these records do not fit it:");
            lines.addAll(unreadable);
            throw locked(entry, request, lines);
        }
    }

    private <T> List<String> unreadable(StoreEntry entry, OpenRequest<T> request) throws SQLException {
        StoreTable<T> table = new StoreTable<>(engine, entry, request.record(), request.codec());
        List<String> found = new ArrayList<>();
        try (ResultSet rows = session.statement(table.statements().all()).executeQuery()) {
            while (found.size() < EXAMPLES && rows.next()) {
                try {
                    table.record(rows);
                } catch (UnreadableRecord e) {
                    found.add("record '" + e.key() + "': " + e.reason());
                }
            }
        }
        return found;
    }

    /** Creates the store or changes it so that it takes the record, or throws {@link SchemaLocked}. */
    StoreEntry settle(OpenRequest<?> request) throws SQLException {
        catalog.createIfMissing(session);
        Optional<StoreEntry> found = catalog.find(session, request.name());
        if (found.isEmpty()) {
            return create(request);
        }
        StoreEntry entry = found.get();
        engine.changes().lock(session, entry.table().name());
        Fit fit = fit(entry, request);
        if (isTaken(entry, request, fit)) {
            return change(entry, request, fit);
        }
        if (holdsRecords(entry)) {
            throw refused(entry, request, fit);
        }
        return renew(entry, request);
    }

    private StoreEntry create(OpenRequest<?> request) throws SQLException {
        long generation = catalog.nextGeneration(session);
        StoredTable table = createTable(engine.tableName(request.name(), generation), request);
        StoreEntry entry = StoreEntry.first(request.name(), generation, request.schema(), table)
                .withIndexes(request.indexes());
        catalog.insert(session, entry);
        History.append(session, entry, request.declaration().hints(), List.of("the store was created"));
        LOG.debug("created store {} as table {}", entry.name(), table.name());
        return entry;
    }

    private StoredTable createTable(String name, OpenRequest<?> request) throws SQLException {
        StoredTable table = StoredTable.create(name, StoredRecord.of(request.declaration()));
        engine.changes().create(session, table.layout());
        indexes.synchronize(session, request.name(), layout(table, request), request.indexes());
        return table;
    }

    private static TableLayout layout(StoredTable table, OpenRequest<?> request) {
        return DeclaredLayout.of(table, request.schema());
    }

    private StoreEntry change(StoreEntry entry, OpenRequest<?> request, Fit fit) throws SQLException {
        TableChange change = new TableChange(engine, session);
        boolean same = fit.stored().equals(entry.table().record());
        StoredTable table = same
                ? entry.table()
                : change.apply(
                        entry.table(),
                        fit.stored(),
                        () -> engine.tableName(entry.name(), catalog.nextGeneration(session)));
        keepOrigin(entry.table().name(), table.name());
        StoreEntry changed = entry.withTable(change.keptInStep(table, request.schema()));
        requireReadable(changed, request, fit);
        boolean older = same && entry.isKnown(request.schema()) && !entry.isLatest(request.schema());
        if (!older) {
            indexes.synchronize(session, entry.name(), layout(changed.table(), request), request.indexes());
            changed = changed.withIndexes(request.indexes());
        }
        if (!older && !(same && entry.isLatest(request.schema()))) {
            changed = changed.next(request.schema());
            History.append(session, changed, request.declaration().hints(), fit.described());
            LOG.info(
                    "store {} is of version {} now: {}",
                    entry.name(),
                    changed.version(),
                    String.join("; ", fit.described()));
        }
        catalog.replace(session, changed);
        return changed;
    }

    /** What a compatible change copies is still what the migration before it made. */
    private void keepOrigin(String before, String after) throws SQLException {
        Optional<String> origin = before.equals(after) ? Optional.empty() : catalog.origin(session, before);
        if (origin.isPresent()) {
            catalog.setOrigin(session, after, origin.get());
        }
    }

    private boolean holdsRecords(StoreEntry entry) throws SQLException {
        try (ResultSet rows =
                session.statement(engine.table(entry.layout()).any()).executeQuery()) {
            return rows.next();
        }
    }

    private StoreEntry renew(StoreEntry entry, OpenRequest<?> request) throws SQLException {
        engine.changes().drop(session, entry.table().name());
        StoredTable table = createTable(engine.tableName(entry.name(), catalog.nextGeneration(session)), request);
        StoreEntry fresh = entry.renewed(request.schema(), table).withIndexes(request.indexes());
        catalog.replace(session, fresh);
        List<String> changes = new ArrayList<>(List.of("the store was empty and took another shape"));
        changes.addAll(SchemaDifferences.between(entry.schema(), request.schema()));
        History.append(session, fresh, request.declaration().hints(), changes);
        LOG.debug("the empty store {} changed its schema; its table is now {}", entry.name(), table.name());
        return fresh;
    }
}
