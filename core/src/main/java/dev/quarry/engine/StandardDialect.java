package dev.quarry.engine;

import java.util.stream.Collectors;

/**
 * What the engines' SQL has in common, and the words in which it differs. The table's alias in queries is {@code t}: SQLite takes
 * an unknown quoted name for a text. Immutable and thread-safe.
 */
abstract class StandardDialect implements QueryDialect {
    static final String KEY = "#key";
    static final String VERSION = "#version";

    /** A name as it stands in SQL. */
    abstract String quoted(String name);

    /** The type of the column that counts a record's writes. */
    abstract String versionType();

    /** The type of a column. */
    abstract String type(ColumnKind kind);

    /** A stored form, where no value can be bound. */
    abstract String literal(Object value);

    /** What stands behind the columns in {@code create table}. */
    abstract String tableOptions();

    /** The same statement in words that make a batch of it tell of each row whether it was written. */
    abstract String countedInsert(String insert);

    /** Whether an operand is one of the texts of a JSON array, which is the next bind. */
    abstract String isOneOf(String operand);

    /** A column as it stands in {@code create table}. */
    final String definition(Column column) {
        return quoted(column.name()) + " " + type(column.kind()) + (column.nullable() ? "" : " not null")
                + column.fallback().map(value -> " default " + literal(value)).orElse("");
    }

    @Override
    public final String column(String physicalName) {
        return "t." + quoted(physicalName);
    }

    @Override
    public final String key() {
        return column(KEY);
    }

    @Override
    public final String selectRecords(TableLayout layout) {
        return "select " + record(layout) + from(layout);
    }

    /** Key, components and version. */
    final String selectEntries(TableLayout layout) {
        return "select " + record(layout) + ", " + column(VERSION) + from(layout);
    }

    private String record(TableLayout layout) {
        return key()
                + layout.columns().stream()
                        .map(column -> ", " + column(column.name()))
                        .collect(Collectors.joining());
    }

    @Override
    public final String selectCount(TableLayout layout) {
        return "select count(*)" + from(layout);
    }

    private String from(TableLayout layout) {
        return " from " + quoted(layout.table()) + " t";
    }

    @Override
    public final String limit() {
        return " limit ?";
    }
}
