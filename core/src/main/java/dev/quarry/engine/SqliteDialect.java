package dev.quarry.engine;

import java.util.stream.Collectors;

/** SQLite's words for queries. The table's alias is {@code t}: SQLite takes an unknown quoted name for a text. */
final class SqliteDialect implements QueryDialect {
    static final String KEY = "#key";
    static final String VERSION = "#version";

    /** A name in double quotes. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String column(String physicalName) {
        return "t." + quoted(physicalName);
    }

    @Override
    public String key() {
        return column(KEY);
    }

    @Override
    public String selectRecords(TableLayout layout) {
        return "select " + record(layout) + from(layout);
    }

    /** Key, components and version. */
    static String selectEntries(TableLayout layout) {
        return "select " + record(layout) + ", t." + quoted(VERSION) + from(layout);
    }

    private static String record(TableLayout layout) {
        return "t." + quoted(KEY)
                + layout.columns().stream()
                        .map(column -> ", t." + quoted(column.name()))
                        .collect(Collectors.joining());
    }

    @Override
    public String selectCount(TableLayout layout) {
        return "select count(*)" + from(layout);
    }

    private static String from(TableLayout layout) {
        return " from " + quoted(layout.table()) + " t";
    }

    @Override
    public String orderTerm(String column, boolean descending) {
        return descending ? column + " desc" : column;
    }

    @Override
    public Sameness same(String column, ColumnKind kind) {
        return switch (kind) {
            case TEXT, INTEGER, BYTES, JSON_LIST -> new Sameness(column + " is ?", 1);
            // only atan2 tells -0.0 from 0.0, which Double.equals does
            case DOUBLE ->
                new Sameness(
                        column + " is ? and (" + column + " is not 0.0 or atan2(" + column
                                + ", -1.0) = atan2(?, -1.0))",
                        2);
            // the order of elements and entries is no part of a set's or a map's equality
            case JSON_SET, JSON_MAP -> new Sameness("quarry_sorted(" + column + ") is quarry_sorted(?)", 1);
        };
    }

    /** Java compares the halves as signed numbers; as texts of hexadecimal digits behind their signs they are in that order. */
    @Override
    public String uuidRank(String operand) {
        return "(select (u < x'80') || hex(substr(u, 1, 8)) || (substr(u, 9) < x'80') || hex(substr(u, 9)) from (select "
                + operand + " as u))";
    }

    @Override
    public String limit() {
        return " limit ?";
    }
}
