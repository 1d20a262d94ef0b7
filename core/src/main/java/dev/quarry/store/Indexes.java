package dev.quarry.store;

import dev.quarry.engine.Column;
import dev.quarry.engine.Engine;
import dev.quarry.engine.Session;
import dev.quarry.engine.TableLayout;
import dev.quarry.error.DuplicateValues;
import dev.quarry.error.InvalidIndex;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps a table's indexes as the program asks for them. */
final class Indexes {
    private static final int EXAMPLES = 3;

    private final Engine engine;

    Indexes(Engine engine) {
        this.engine = engine;
    }

    /** Throws {@link InvalidIndex} if an index cannot be kept. */
    static void check(String store, Schema schema, List<Index> indexes) {
        for (Index index : indexes) {
            for (Index.Part part : index.parts()) {
                Component component = schema.component(part.path())
                        .orElseThrow(() -> invalid(store, index, "the record has no component '" + part.path() + "'"));
                refusal(component, index.unique()).ifPresent(reason -> {
                    throw invalid(store, index, reason);
                });
            }
            if (new HashSet<>(index.paths()).size() < index.parts().size()) {
                throw invalid(store, index, "a component stands in it twice");
            }
        }
    }

    private static Optional<String> refusal(Component component, boolean unique) {
        if (component.type() instanceof FieldType.EnumType) {
            return Optional.empty();
        }
        String subject = "'" + component.name() + "' is " + component.type().displayName();
        if (!(component.type() instanceof FieldType.Scalar scalar)) {
            return Optional.of(subject + ", and only single values are indexed; index its own components instead");
        }
        return switch (scalar.kind()) {
            case PASSWORD ->
                Optional.of(subject + ", of which each hash is another, so that none is looked up; index what names its"
                        + " owner");
            case DOUBLE, FLOAT ->
                unique
                        ? Optional.of(subject + ", of which 0.0 and -0.0 are two in Java and one in an index; make"
                                + " another component unique")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static InvalidIndex invalid(String store, Index index, String reason) {
        return new InvalidIndex(store, IndexNames.readable(index), reason);
    }

    /** Creates what is missing and drops what is no longer asked for. */
    void synchronize(Session session, String store, TableLayout layout, List<Index> wanted) throws SQLException {
        Set<String> existing = new HashSet<>(engine.indexes(session, layout.table()));
        Set<String> kept = new HashSet<>();
        for (Index index : wanted) {
            String name = engine.identifier(IndexNames.physical(layout, index));
            kept.add(name);
            if (existing.add(name)) {
                create(session, store, layout, name, index);
            }
        }
        existing.removeAll(kept);
        for (String name : existing) {
            engine.dropIndex(session, layout.table(), name);
        }
    }

    /** The columns of an index's components, in the order of the index. */
    static List<Column> columns(TableLayout layout, Index index) {
        return index.parts().stream()
                .flatMap(part -> columns(layout, part).stream())
                .toList();
    }

    private static List<Column> columns(TableLayout layout, Index.Part part) {
        String token = part.path().toString();
        return layout.columns().stream()
                .filter(column -> column.token().equals(token) || column.token().startsWith(token + "#"))
                .toList();
    }

    private void create(Session session, String store, TableLayout layout, String name, Index index)
            throws SQLException {
        List<Engine.IndexColumn> columns = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            columns(layout, part)
                    .forEach(column ->
                            columns.add(new Engine.IndexColumn(column.name(), column.kind(), part.descending())));
        }
        try {
            engine.createIndex(session, layout.table(), name, columns, index.unique());
        } catch (SQLException e) {
            if (engine.violatedColumns(e).isPresent()) {
                List<String> fields =
                        index.paths().stream().map(Object::toString).toList();
                throw new DuplicateValues(store, fields, examples(session, layout, index), e);
            }
            throw e;
        }
    }

    /** Two keys of some of the groups that break a rule. */
    private List<List<String>> examples(Session session, TableLayout layout, Index rule) throws SQLException {
        List<List<String>> groups = new ArrayList<>();
        String sql = engine.table(layout).duplicates(columns(layout, rule));
        try (ResultSet rows = session.statement(sql).executeQuery()) {
            while (groups.size() < EXAMPLES && rows.next()) {
                groups.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return groups;
    }
}
