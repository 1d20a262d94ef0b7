package dev.quarry.engine;

import static dev.quarry.engine.SqliteDialect.KEY;
import static dev.quarry.engine.SqliteDialect.VERSION;
import static dev.quarry.engine.SqliteDialect.quoted;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQLite's statements for one table. */
final class SqliteTable implements TableStatements {
    private final TableLayout layout;
    private final String table;
    private final String select;

    SqliteTable(TableLayout layout) {
        this.layout = layout;
        this.table = quoted(layout.table());
        this.select = new SqliteDialect().selectRecords(layout);
    }

    @Override
    public String create() {
        String components =
                layout.columns().stream().map(SqliteTable::definition).collect(Collectors.joining(", "));
        return "create table " + table + " (" + quoted(KEY) + " text not null primary key, " + quoted(VERSION)
                + " integer not null, " + components + ") strict";
    }

    /** A column as it stands in {@code create table}. */
    static String definition(Column column) {
        return quoted(column.name()) + " " + type(column.kind()) + (column.nullable() ? "" : " not null")
                + column.fallback()
                        .map(value -> " default " + SqliteLiterals.of(value))
                        .orElse("");
    }

    /** {@code any} keeps a double's sign of zero and the text for not-a-number; {@code real} keeps neither. */
    private static String type(ColumnKind kind) {
        return switch (kind) {
            case TEXT, JSON_LIST, JSON_SET, JSON_MAP -> "text";
            case INTEGER -> "integer";
            case DOUBLE -> "any";
            case BYTES -> "blob";
        };
    }

    @Override
    public String drop() {
        return "drop table " + table;
    }

    @Override
    public String upsert() {
        Stream<String> known =
                layout.columns().stream().map(column -> quoted(column.name()) + " = excluded." + quoted(column.name()));
        Stream<String> unseen = layout.unseen().stream()
                .filter(column -> column.written() == UnseenColumn.When.ALWAYS)
                .map(column -> quoted(column.name()) + " = " + SqliteLiterals.of(column.value()));
        return insert() + " on conflict (" + quoted(KEY) + ") do update set " + quoted(VERSION) + " = "
                + quoted(VERSION) + " + 1, "
                + Stream.concat(known, unseen).collect(Collectors.joining(", "));
    }

    @Override
    public String insert() {
        return insert("1");
    }

    @Override
    public String insertEntry() {
        return insert("?");
    }

    private String insert(String version) {
        String names =
                layout.columns().stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        String unseen = layout.unseen().stream()
                .map(column -> ", " + quoted(column.name()))
                .collect(Collectors.joining());
        String values = layout.unseen().stream()
                .map(column -> ", " + SqliteLiterals.of(column.value()))
                .collect(Collectors.joining());
        return "insert into " + table + " (" + quoted(KEY) + ", " + quoted(VERSION) + ", " + names + unseen
                + ") values (?, " + version + ", ?".repeat(layout.columns().size()) + values + ")";
    }

    @Override
    public String get() {
        return select + " where t." + quoted(KEY) + " = ?";
    }

    @Override
    public String entry() {
        return SqliteDialect.selectEntries(layout) + " where t." + quoted(KEY) + " = ?";
    }

    @Override
    public String getMany() {
        return select + " where t." + quoted(KEY) + " in (select value from json_each(?))";
    }

    @Override
    public String has() {
        return "select 1 from " + table + " where " + quoted(KEY) + " = ?";
    }

    @Override
    public String delete() {
        return "delete from " + table + " where " + quoted(KEY) + " in (select value from json_each(?))";
    }

    @Override
    public String deleteAll() {
        return "delete from " + table;
    }

    @Override
    public String count() {
        return "select count(*) from " + table;
    }

    @Override
    public String any() {
        return "select 1 from " + table + " limit 1";
    }

    @Override
    public String firstChunk() {
        return all() + " limit ?";
    }

    @Override
    public String nextChunk() {
        return select + " where t." + quoted(KEY) + " > ? order by t." + quoted(KEY) + " limit ?";
    }

    @Override
    public String all() {
        return select + " order by t." + quoted(KEY);
    }

    @Override
    public String allEntries() {
        return SqliteDialect.selectEntries(layout) + " order by t." + quoted(KEY);
    }

    @Override
    public String duplicates(List<Column> columns) {
        List<String> names =
                columns.stream().map(column -> quoted(column.name())).toList();
        return "select min(" + quoted(KEY) + "), max(" + quoted(KEY) + "), count(*) from " + table + " where "
                + String.join(" is not null and ", names) + " is not null group by " + String.join(", ", names)
                + " having count(*) > 1 order by 1";
    }

    @Override
    public String keys() {
        return "select " + quoted(KEY) + " from " + table + " order by " + quoted(KEY);
    }
}
