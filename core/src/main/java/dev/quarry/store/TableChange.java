package dev.quarry.store;

import dev.quarry.engine.Capability;
import dev.quarry.engine.Column;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableChanges;
import dev.quarry.engine.TableLayout;
import dev.quarry.evolution.StoredRecord;
import dev.quarry.schema.Schema;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a table to what its record has become. What programs can follow while they run is done in place; where a value takes
 * another form, the rows are copied into a table of the next generation, so that a program which knows the old form finds no
 * table rather than a value that it misreads.
 */
final class TableChange {
    private final Engine engine;
    private final TableChanges changes;
    private final Session session;

    TableChange(Engine engine, Session session) {
        this.engine = engine;
        this.changes = engine.changes();
        this.session = session;
    }

    /** Gives the name of a table that there was never before. */
    @FunctionalInterface
    interface TableName {
        String next() throws SQLException;
    }

    /** The table that holds a record. */
    StoredTable apply(StoredTable before, StoredRecord record, TableName fresh) throws SQLException {
        Map<String, StoredColumn> old = StoredColumn.of(before.record()).stream()
                .collect(Collectors.toMap(StoredColumn::token, column -> column));
        List<StoredColumn> wanted = StoredColumn.of(record);
        boolean otherForm = wanted.stream().anyMatch(column -> hasOtherForm(column, old));
        if (otherForm) {
            return copied(before, record, fresh.next());
        }
        Map<String, String> names = new HashMap<>(before.columns());
        Set<String> inStep = new HashSet<>(before.inStep());
        for (StoredColumn column : wanted) {
            StoredColumn known = old.get(column.token());
            if (known == null) {
                add(before.name(), column, names);
                if (column.flag().filter(old::containsKey).isPresent()) {
                    inStep.add(column.token());
                    keepInStep(before.name(), column, names);
                }
            } else if (column.nullable() && !known.nullable()) {
                changes.allowNull(session, before.name(), column.physical(name(names, column.token())));
            }
            if (known != null
                    && inStep.contains(column.token())
                    && !known.fallback().equals(column.fallback())) {
                keepInStep(before.name(), column, names);
            }
        }
        return new StoredTable(before.name(), record, names, inStep);
    }

    /** Whether a column is there in another form, or tells of a record that was there always whether it is there. */
    private static boolean hasOtherForm(StoredColumn column, Map<String, StoredColumn> old) {
        StoredColumn known = old.get(column.token());
        if (known != null) {
            return known.kind() != column.kind();
        }
        if (!column.token().endsWith(StoredColumn.PRESENT)) {
            return false;
        }
        String inside = column.token().substring(0, column.token().length() - StoredColumn.PRESENT.length()) + ".";
        return old.keySet().stream().anyMatch(token -> token.startsWith(inside));
    }

    private void add(String table, StoredColumn column, Map<String, String> names) throws SQLException {
        String name = StoredTable.free(column.token(), names);
        names.put(column.token(), name);
        changes.addColumn(session, table, column.physical(name));
        if (column.flag().isPresent() && column.fallback().isPresent()) {
            String flag = name(names, column.flag().get());
            changes.fill(session, table, name, flag, column.fallback().get());
        }
    }

    private void keepInStep(String table, StoredColumn column, Map<String, String> names) throws SQLException {
        engine.capabilities()
                .require(
                        Capability.TRIGGERS,
                        "component '" + column.token()
                                + "', which stands in a record that may be null and is unknown to programs that use the"
                                + " store,",
                        "let a migration add it when these programs have ended");
        String flag = name(names, column.flag().orElseThrow());
        String name = name(names, column.token());
        changes.keepInStep(session, table, name, flag, column.inStep());
    }

    /** The same for the columns that a program does not know though it knows their flag. */
    StoredTable keptInStep(StoredTable table, Schema declared) throws SQLException {
        Set<String> inStep = new HashSet<>(table.inStep());
        for (StoredColumn column : DeclaredLayout.missingInStep(table, declared)) {
            if (inStep.add(column.token())) {
                keepInStep(table.name(), column, table.columns());
            }
        }
        return new StoredTable(table.name(), table.record(), table.columns(), inStep);
    }

    private StoredTable copied(StoredTable before, StoredRecord record, String name) throws SQLException {
        Map<String, StoredColumn> old = StoredColumn.of(before.record()).stream()
                .collect(Collectors.toMap(StoredColumn::token, column -> column));
        Map<String, String> sources = new HashMap<>(before.columns());
        for (StoredColumn column : StoredColumn.of(record)) {
            if (!old.containsKey(column.token())) {
                addToOld(before.name(), column, old, sources);
            }
        }
        StoredTable after = StoredTable.create(name, record);
        TableLayout layout = after.layout();
        changes.create(session, layout);
        Map<String, String> columns = new LinkedHashMap<>();
        after.columns().forEach((token, physical) -> columns.put(physical, sources.get(token)));
        changes.copy(session, before.name(), layout, columns);
        changes.drop(session, before.name());
        return after;
    }

    /** In the table that is about to go, a record that was always there gets a flag that says so. */
    private void addToOld(String table, StoredColumn column, Map<String, StoredColumn> old, Map<String, String> names)
            throws SQLException {
        if (!hasOtherForm(column, old)) {
            add(table, column, names);
            return;
        }
        String name = StoredTable.free(column.token(), names);
        names.put(column.token(), name);
        Column always = column.physical(name);
        changes.addColumn(
                session,
                table,
                new Column(
                        column.token(),
                        name,
                        always.kind(),
                        always.nullable(),
                        column.flag().isEmpty() ? Optional.of(1L) : Optional.empty()));
        if (column.flag().isPresent()) {
            changes.fill(session, table, name, name(names, column.flag().get()), 1L);
        }
    }

    private static String name(Map<String, String> names, String token) {
        return Objects.requireNonNull(names.get(token), token);
    }
}
