package dev.quarry.store;

import dev.quarry.codec.RecordCodec;
import dev.quarry.codec.StoredMembers;
import dev.quarry.codec.Unreadable;
import dev.quarry.engine.Column;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableLayout;
import dev.quarry.engine.TableStatements;
import dev.quarry.engine.TableWrites;
import dev.quarry.engine.Work;
import dev.quarry.engine.WriteAccess;
import dev.quarry.error.StoreMissing;
import dev.quarry.error.UniqueViolation;
import dev.quarry.error.UnreadableRecord;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An open store: its table, its codec and its statements. Immutable and thread-safe. */
public final class StoreTable<T> {
    /** The column of the key in every row that is read, counted from 1; the components follow. */
    public static final int KEY_COLUMN = 1;

    private final Engine engine;
    private final String name;
    private final TableLayout layout;
    private final List<Index> indexes;
    private final DeclaredRecord<T> record;
    private final RecordCodec<T> codec;
    private final TableStatements statements;
    private final WriteAccess access;

    /** A store; its codec is the one given unless the store has records of other programs in collections. */
    StoreTable(Engine engine, StoreEntry entry, DeclaredRecord<T> record, RecordCodec<T> codec) {
        this.engine = engine;
        this.name = entry.name();
        this.layout = DeclaredLayout.of(entry.table(), record.schema());
        this.indexes = entry.indexes().stream().filter(this::isSeen).toList();
        this.record = record;
        StoredMembers members = entry.table().record().members(record.schema());
        this.codec = members.equals(StoredMembers.NONE) ? codec : RecordCodec.of(record, members);
        this.statements = engine.table(layout);
        this.access = engine.access(layout);
    }

    /** A program of an older record may not know all that is indexed. */
    private boolean isSeen(Index index) {
        return index.paths().stream().allMatch(path -> layout.has(path.toString()));
    }

    /** The store's name when it was opened. */
    public String name() {
        return name;
    }

    /** The record as the program declares it. */
    public Schema schema() {
        return record.schema();
    }

    /** The record's class. */
    public Class<T> type() {
        return record.type();
    }

    /** The engine that holds the table. */
    public Engine engine() {
        return engine;
    }

    /** The table's columns. */
    public TableLayout layout() {
        return layout;
    }

    /** The column that says whether the nested record is there whose component a path leads to; empty if it always is. */
    public Optional<Column> owner(FieldPath path) {
        List<String> names = path.names();
        for (int depth = names.size() - 1; depth > 0; depth--) {
            String flag = String.join(".", names.subList(0, depth)) + StoredColumn.PRESENT;
            if (layout.has(flag)) {
                return Optional.of(layout.column(flag));
            }
        }
        return Optional.empty();
    }

    /** What moves records in and out. */
    public RecordCodec<T> codec() {
        return codec;
    }

    TableStatements statements() {
        return statements;
    }

    /** The column behind the components that counts a record's writes. */
    int versionColumn() {
        return KEY_COLUMN + codec.width() + 1;
    }

    /** The record in a row; throws {@link UnreadableRecord} with the row's key. */
    public T record(ResultSet rows) throws SQLException {
        try {
            return codec.read(rows, KEY_COLUMN + 1);
        } catch (Unreadable e) {
            throw new UnreadableRecord(name, rows.getString(KEY_COLUMN), e.reason(), e);
        }
    }

    /** Reads; throws {@link StoreMissing} if the table is gone. */
    public <R> R read(Work<R> work) {
        return engine.connections().read(guarded(work));
    }

    /** Reads of one moment; throws {@link StoreMissing} if the table is gone. */
    public <R> R snapshot(Work<R> work) {
        return engine.connections().snapshot(guarded(work));
    }

    /** Work that writes to the table. */
    @FunctionalInterface
    interface Write<R> {
        /** Does it. */
        R run(Session session, TableWrites writes) throws SQLException;
    }

    /** Writes in one transaction. */
    <R> R write(Write<R> work) {
        return engine.connections().write(admitted(work));
    }

    /** Writes once. */
    <R> R writeOne(Write<R> work) {
        return access.isDirect() ? engine.connections().writeOne(admitted(work)) : write(work);
    }

    private <R> Work<R> admitted(Write<R> work) {
        return session -> {
            try {
                return work.run(session, access.admit(session));
            } catch (SQLException e) {
                throw orMissing(e);
            }
        };
    }

    private <R> Work<R> guarded(Work<R> work) {
        return session -> {
            try {
                return work.run(session);
            } catch (SQLException e) {
                throw orMissing(e);
            }
        };
    }

    private SQLException orMissing(SQLException failure) {
        if (engine.isTableMissing(failure)) {
            throw StoreMissing.sinceOpened(name);
        }
        return failure;
    }

    /** The violation behind a failed write of a record, or the failure itself if it was something else. */
    SQLException explained(SQLException failure, String key) {
        engine.violatedColumns(failure).ifPresent(columns -> {
            throw new UniqueViolation(name, List.copyOf(fields(columns)), key, failure);
        });
        return failure;
    }

    private Set<String> fields(List<String> physicalNames) {
        Set<String> fields = new LinkedHashSet<>();
        for (String physical : physicalNames) {
            fields.add(layout.columns().stream()
                    .filter(column -> engine.identifier(column.name()).equals(physical))
                    .map(Column::token)
                    .findFirst()
                    .orElse(physical)
                    .replaceFirst("#.*", ""));
        }
        return fields;
    }

    /** An index by its physical name, as a user would write it; the name itself if it is not one of the store's. */
    public String describeIndex(String physicalName) {
        return indexes.stream()
                .filter(index ->
                        engine.identifier(IndexNames.physical(layout, index)).equals(physicalName))
                .map(IndexNames::readable)
                .findFirst()
                .orElse(physicalName);
    }
}
