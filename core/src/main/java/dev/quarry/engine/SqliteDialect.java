package dev.quarry.engine;

/** SQLite's words. */
final class SqliteDialect extends StandardDialect {
    /** The definition of the key's column. */
    static final String KEY_DEFINITION = inQuotes(KEY) + " text not null primary key";

    /** A name in double quotes. */
    static String inQuotes(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    String quoted(String name) {
        return inQuotes(name);
    }

    @Override
    String versionType() {
        return "integer";
    }

    /** {@code any} keeps a double's sign of zero and the text for not-a-number; {@code real} keeps neither. */
    @Override
    String type(ColumnKind kind) {
        return switch (kind) {
            case TEXT, JSON_LIST, JSON_SET, JSON_MAP -> "text";
            case INTEGER -> "integer";
            case DOUBLE -> "any";
            case BYTES -> "blob";
        };
    }

    @Override
    String literal(Object value) {
        return SqliteLiterals.of(value);
    }

    @Override
    String tableOptions() {
        return " strict";
    }

    @Override
    String countedInsert(String insert) {
        return insert;
    }

    @Override
    String isOneOf(String operand) {
        return operand + " in (select value from json_each(?))";
    }

    @Override
    public String orderTerm(String column, boolean descending) {
        return descending ? column + " desc" : column;
    }

    @Override
    public Sameness same(String column, ColumnKind kind) {
        return switch (kind) {
            case TEXT, INTEGER, BYTES, JSON_LIST -> new Sameness(column + " = ?", 1);
            // only atan2 tells -0.0 from 0.0, which Double.equals does
            case DOUBLE ->
                new Sameness(
                        column + " = ? and (" + column + " <> 0.0 or atan2(" + column + ", -1.0) = atan2(?, -1.0))", 2);
            // the order of elements and entries is no part of a set's or a map's equality
            case JSON_SET, JSON_MAP -> new Sameness("quarry_sorted(" + column + ") = quarry_sorted(?)", 1);
        };
    }

    /** Java compares the halves as signed numbers; as texts of hexadecimal digits behind their signs they are in that order. */
    @Override
    public String uuidRank(String operand) {
        return "(select (u < x'80') || hex(substr(u, 1, 8)) || (substr(u, 9) < x'80') || hex(substr(u, 9)) from (select "
                + operand + " as u))";
    }
}
