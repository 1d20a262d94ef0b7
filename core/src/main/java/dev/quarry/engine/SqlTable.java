package dev.quarry.engine;

import static dev.quarry.engine.StandardDialect.KEY;
import static dev.quarry.engine.StandardDialect.VERSION;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of one table, in an engine's words. */
final class SqlTable implements TableStatements {
    private final StandardDialect dialect;
    private final TableLayout layout;
    private final String table;
    private final String select;

    SqlTable(StandardDialect dialect, TableLayout layout) {
        this.dialect = dialect;
        this.layout = layout;
        this.table = dialect.quoted(layout.table());
        this.select = dialect.selectRecords(layout);
    }

    private String quoted(String name) {
        return dialect.quoted(name);
    }

    /**
     * Creates the table.
     *
     * @param key the definition of the key's column
     */
    String create(String key) {
        String components = layout.columns().stream().map(dialect::definition).collect(Collectors.joining(", "));
        return "create table " + table + " (" + key + ", " + quoted(VERSION) + " " + dialect.versionType()
                + " not null, " + components + ")" + dialect.tableOptions();
    }

    @Override
    public String upsert() {
        Stream<String> known =
                layout.columns().stream().map(column -> quoted(column.name()) + " = excluded." + quoted(column.name()));
        Stream<String> unseen = layout.unseen().stream()
                .filter(column -> column.written() == UnseenColumn.When.ALWAYS)
                .map(column -> quoted(column.name()) + " = " + dialect.literal(column.value()));
        return insert() + " on conflict (" + quoted(KEY) + ") do update set " + quoted(VERSION) + " = t."
                + quoted(VERSION) + " + 1, "
                + Stream.concat(known, unseen).collect(Collectors.joining(", "));
    }

    @Override
    public String insert() {
        return insert("1");
    }

    @Override
    public String insertEntry() {
        return dialect.countedInsert(insert("?") + " on conflict (" + quoted(KEY) + ") do nothing");
    }

    private String insert(String version) {
        String names =
                layout.columns().stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        String unseen = layout.unseen().stream()
                .map(column -> ", " + quoted(column.name()))
                .collect(Collectors.joining());
        String values = layout.unseen().stream()
                .map(column -> ", " + dialect.literal(column.value()))
                .collect(Collectors.joining());
        return "insert into " + table + " as t (" + quoted(KEY) + ", " + quoted(VERSION) + ", " + names + unseen
                + ") values (?, " + version + ", ?".repeat(layout.columns().size()) + values + ")";
    }

    @Override
    public String get() {
        return select + " where t." + quoted(KEY) + " = ?";
    }

    @Override
    public String entry() {
        return dialect.selectEntries(layout) + " where t." + quoted(KEY) + " = ?";
    }

    @Override
    public String getMany() {
        return select + " where " + dialect.isOneOf(dialect.key());
    }

    @Override
    public String has() {
        return "select 1 from " + table + " where " + quoted(KEY) + " = ?";
    }

    @Override
    public String delete() {
        return "delete from " + table + " as t where " + dialect.isOneOf(dialect.key());
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
        return dialect.selectEntries(layout) + " order by t." + quoted(KEY);
    }

    @Override
    public String entriesBehind() {
        return dialect.selectEntries(layout) + " where t." + quoted(KEY) + " > ? order by t." + quoted(KEY);
    }

    @Override
    public String lastKey() {
        return "select max(" + quoted(KEY) + ") from " + table;
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
