package dev.quarry.engine;

import static dev.quarry.engine.PostgresDialect.inQuotes;
import static dev.quarry.engine.StandardDialect.KEY;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that keeps a unique rule where no index can: its primary key are the values of the rule's columns, none of which is NULL,
 * and beside them stands the key of the record that has them.
 *
 * @param name its physical name
 * @param index the index that finds the records of a value, which goes with it
 * @param columns the rule's columns, in the order of the index
 */
record LookupTable(String name, String index, List<String> columns) {
    /** The column of the record's key. */
    private static final String RECORD = "#record";

    private static final StandardDialect DIALECT = new PostgresDialect();

    LookupTable {
        columns = List.copyOf(columns);
    }

    /** The table that goes with an index. */
    static LookupTable of(String index, List<Engine.IndexColumn> columns) {
        return new LookupTable(
                PostgresDialect.identifier(index + "="),
                index,
                columns.stream().map(Engine.IndexColumn::name).toList());
    }

    /** Creates it for columns of certain kinds. */
    String create(List<Engine.IndexColumn> kinds) {
        String definitions = kinds.stream()
                .map(column -> inQuotes(column.name()) + " " + DIALECT.type(column.kind()) + " not null, ")
                .collect(Collectors.joining());
        return "create table " + inQuotes(name) + " (" + definitions + inQuotes(RECORD) + " "
                + DIALECT.type(ColumnKind.TEXT) + " not null, primary key (" + list() + "))";
    }

    String drop() {
        return "drop table if exists " + inQuotes(name);
    }

    /** Enters all records of a table; breaks its primary key if two have the same values. */
    String fill(String table) {
        return "insert into " + inQuotes(name) + " (" + list() + ", " + inQuotes(RECORD) + ") select " + list() + ", "
                + inQuotes(KEY) + " from " + inQuotes(table) + " where "
                + columns.stream()
                        .map(column -> inQuotes(column) + " is not null")
                        .collect(Collectors.joining(" and "));
    }

    /** Enters a record; breaks the primary key if another has the same values. Binds: values, key. */
    String insert() {
        return "insert into " + inQuotes(name) + " (" + list() + ", " + inQuotes(RECORD) + ") values ("
                + "?, ".repeat(columns.size()) + "?)";
    }

    /** Takes a record's values back. Binds: values, key. */
    String delete() {
        return "delete from " + inQuotes(name) + " where "
                + columns.stream().map(column -> inQuotes(column) + " = ? and ").collect(Collectors.joining())
                + inQuotes(RECORD) + " = ?";
    }

    private String list() {
        return columns.stream().map(PostgresDialect::inQuotes).collect(Collectors.joining(", "));
    }
}
