package dev.quarry.store.query;

import dev.quarry.codec.FieldCodec;
import dev.quarry.engine.Column;
import dev.quarry.engine.QueryDialect;
import dev.quarry.error.IncomparableField;
import dev.quarry.error.NullComponent;
import dev.quarry.error.UnknownField;
import dev.quarry.error.WrongFieldType;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.store.StoreTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The condition that each of some named fields equals a value, as {@link java.util.Objects#equals} has it: prepared once
 * for the names, given values at each call. Records in collections are read to be compared: programs that know more or less of
 * them write other texts for what is the same to this one. Immutable and thread-safe.
 */
final class ExactFields {
    private final StoreTable<?> table;
    private final List<Named> fields;

    private ExactFields(StoreTable<?> table, List<Named> fields) {
        this.table = table;
        this.fields = List.copyOf(fields);
    }

    /** Finds the fields; a name may be a path into a nested record, {@code name.common}. */
    static ExactFields of(StoreTable<?> table, Collection<String> names) {
        List<Named> fields = new ArrayList<>();
        for (String name : names) {
            FieldPath path = FieldPath.parse(name);
            Component component = table.schema()
                    .component(path)
                    .orElseThrow(() ->
                            new UnknownField(table.name(), name, table.schema().fieldNames()));
            FieldCodec codec = table.codec().field(path).orElseThrow();
            List<Column> columns = columns(table, name, component);
            fields.add(new Named(
                    name,
                    component,
                    codec,
                    codec.incomparable(),
                    StoreTable.KEY_COLUMN + 1 + table.layout().columns().indexOf(columns.get(0)),
                    tests(table, table.owner(path).stream().toList()),
                    holdsElements(component.type()) ? List.of() : askable(table, tests(table, columns))));
        }
        return new ExactFields(table, fields);
    }

    /** One for each of the component's columns in the order of its codec: its own, or all inside a nested record. */
    private static List<Column> columns(StoreTable<?> table, String name, Component component) {
        boolean nested = component.type() instanceof FieldType.RecordType;
        return table.layout().columns().stream()
                .filter(column -> column.token().equals(name)
                        || column.token().startsWith(name + "#")
                        || (nested && column.token().startsWith(name + ".")))
                .toList();
    }

    private static List<Test> tests(StoreTable<?> table, List<Column> columns) {
        QueryDialect dialect = table.engine().dialect();
        return columns.stream().map(column -> new Test(dialect, column)).toList();
    }

    /** A database without functions reads what it cannot be asked. */
    private static List<Test> askable(StoreTable<?> table, List<Test> tests) {
        boolean all = tests.stream()
                .allMatch(test -> StoredFunctions.hasAll(table, test.same().condition()));
        return all ? tests : List.of();
    }

    /** What each column that is asked of in SQL must hold, in order. */
    List<@Nullable Object> stored(Map<String, ? extends @Nullable Object> values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Named field : fields) {
            @Nullable Object[] stored = stored(field, values.get(field.name()));
            field.owner().forEach(flag -> all.add(true));
            if (!field.isRead()) {
                Collections.addAll(all, stored);
            }
        }
        return all;
    }

    /** Whether there is a collection of records in it. */
    private static boolean holdsElements(FieldType type) {
        return type instanceof FieldType.RecordType nested
                ? nested.schema().components().stream().anyMatch(inside -> holdsElements(inside.type()))
                : FieldType.records(type).isPresent();
    }

    /** Whether a row that fulfils the condition has to be looked at besides. */
    boolean needsLook() {
        return fields.stream().anyMatch(Named::isRead);
    }

    /** Whether what is read of a row equals the values. What cannot be read equals none. */
    boolean holds(ResultSet rows, Map<String, ? extends @Nullable Object> values) throws SQLException {
        for (Named field : fields) {
            if (field.isRead() && !field.codec().holds(rows, field.at(), values.get(field.name()))) {
                return false;
            }
        }
        return true;
    }

    /** The SQL of the condition; empty if no field is named, which every record fulfils. */
    String condition(List<@Nullable Object> stored) {
        List<String> conditions = new ArrayList<>();
        for (Test test : tests()) {
            boolean isNull = stored.get(conditions.size()) == null;
            conditions.add(isNull ? test.isNull() : test.same().condition());
        }
        return String.join(" and ", conditions);
    }

    /** The binds of the condition, in order. */
    List<@Nullable Object> binds(List<@Nullable Object> stored) {
        List<@Nullable Object> binds = new ArrayList<>();
        int at = 0;
        for (Test test : tests()) {
            Object value = stored.get(at++);
            if (value != null) {
                binds.addAll(Collections.nCopies(test.same().binds(), value));
            }
        }
        return binds;
    }

    private List<Test> tests() {
        return fields.stream().flatMap(Named::asked).toList();
    }

    private @Nullable Object[] stored(Named field, @Nullable Object value) {
        if (value == null && !field.component().presence().allowsNull()) {
            throw new NullComponent(table.schema().className(), field.name());
        }
        field.codec().misfit(value).ifPresent(actual -> {
            throw new WrongFieldType(table.name(), field.name(), field.type(), actual.getTypeName());
        });
        if (value != null) {
            field.incomparable().ifPresent(reason -> {
                throw new IncomparableField(table.name(), field.name(), field.type(), reason);
            });
        }
        return field.codec().stored(value);
    }

    /** What is asked of one column: an engine finds null by an index only if it is asked for by that name. */
    private record Test(String isNull, QueryDialect.Sameness same) {
        Test(QueryDialect dialect, Column column) {
            this(
                    dialect.isNull(dialect.column(column.name())),
                    dialect.same(dialect.column(column.name()), column.kind()));
        }
    }

    /**
     * A field.
     *
     * @param at its first column in a row that is read, counted from 1
     * @param owner that the nested record is there whose field it is; empty if it always is
     * @param tests what is asked of the field itself; empty if it is read
     */
    private record Named(
            String name,
            Component component,
            FieldCodec codec,
            Optional<String> incomparable,
            int at,
            List<Test> owner,
            List<Test> tests) {
        Stream<Test> asked() {
            return Stream.concat(owner.stream(), tests.stream());
        }

        boolean isRead() {
            return tests.isEmpty();
        }

        String type() {
            return component.presence() == Presence.OPTIONAL
                    ? component.referenceType()
                    : component.type().displayName();
        }
    }
}
