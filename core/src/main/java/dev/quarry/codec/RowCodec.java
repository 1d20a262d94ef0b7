package dev.quarry.codec;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by their schema alone, without the record's class: the components by name, in order. Values are what a record
 * holds, except that a nested record is such a map too, an enum's constant is its name, and an {@code Optional} is what it
 * holds or null. Immutable and thread-safe.
 */
public final class RowCodec {
    private final List<Part> parts;

    private RowCodec(List<Part> parts) {
        this.parts = parts;
    }

    /** What reads rows of that schema in a store. */
    public static RowCodec of(Schema schema, StoredMembers stored) {
        return of(schema, stored, List.of());
    }

    private static RowCodec of(Schema schema, StoredMembers stored, List<String> parent) {
        List<Part> parts = new ArrayList<>();
        for (Component component : schema.components()) {
            List<String> names = new ArrayList<>(parent);
            names.add(component.name());
            parts.add(
                    new Part(component.name(), component.presence(), reader(component, stored, new FieldPath(names))));
        }
        return new RowCodec(List.copyOf(parts));
    }

    private static Reader reader(Component component, StoredMembers stored, FieldPath path) {
        if (component.type() instanceof FieldType.RecordType nested) {
            return new Nested(
                    of(nested.schema(), stored, path.names()),
                    component.presence().allowsAbsence());
        }
        JsonCodec codec = component.type().accept(new Json(stored, path, false));
        return new Columns(codec instanceof ScalarCodec scalar ? scalar : new JsonColumn(codec));
    }

    /**
     * The components of a row.
     *
     * @param rows at the row
     * @param at the first component's column, counted from 1
     * @return a map of the caller's own
     * @throws Unreadable if a column holds what nothing here has written
     */
    public Map<String, @Nullable Object> read(ResultSet rows, int at) throws SQLException {
        return read(rows, at, "");
    }

    private Map<String, @Nullable Object> read(ResultSet rows, int at, String prefix) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        int next = at;
        for (Part part : parts) {
            String place = prefix + part.name();
            try {
                Object value = part.reader().read(rows, next, place);
                if (value == null && !part.presence().allowsAbsence()) {
                    throw new Damaged("is null, and it is not @Nullable");
                }
                row.put(part.name(), value);
            } catch (Damaged e) {
                throw e.at(place);
            }
            next += part.reader().width();
        }
        return row;
    }

    private int width() {
        return parts.stream().mapToInt(part -> part.reader().width()).sum();
    }

    private record Part(String name, Presence presence, Reader reader) {}

    private interface Reader {
        int width();

        @Nullable
        Object read(ResultSet rows, int at, String place) throws SQLException;
    }

    private record Columns(ComponentCodec codec) implements Reader {
        @Override
        public int width() {
            return codec.width();
        }

        @Override
        public @Nullable Object read(ResultSet rows, int at, String place) throws SQLException {
            return codec.read(rows, at);
        }
    }

    private record Nested(RowCodec row, boolean absentPossible) implements Reader {
        @Override
        public int width() {
            return row.width() + (absentPossible ? 1 : 0);
        }

        @Override
        public @Nullable Object read(ResultSet rows, int at, String place) throws SQLException {
            if (!absentPossible) {
                return row.read(rows, at, place + ".");
            }
            return rows.getInt(at) == 0 ? null : row.read(rows, at + 1, place + ".");
        }
    }

    private record Json(StoredMembers stored, FieldPath path, boolean inSet) implements FieldType.Visitor<JsonCodec> {
        @Override
        public JsonCodec scalar(FieldType.Scalar type) {
            return ScalarCodec.of(type.kind(), type.kind() == ScalarKind.PASSWORD ? password() : Object.class);
        }

        /** The class belongs to the API, which nothing inside may know. */
        private static Class<?> password() {
            try {
                return Class.forName(ScalarKind.PASSWORD.className());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("it is in the same jar", e);
            }
        }

        @Override
        public JsonCodec enumeration(FieldType.EnumType type) {
            return new TextCodec();
        }

        @Override
        public JsonCodec list(FieldType.ListType type) {
            return JsonCollection.list(type.element().accept(this));
        }

        @Override
        public JsonCodec set(FieldType.SetType type) {
            return JsonCollection.set(type.element().accept(new Json(stored, path, true)));
        }

        @Override
        public JsonCodec map(FieldType.MapType type) {
            return new JsonMap(type.value().accept(this));
        }

        @Override
        public JsonCodec nested(FieldType.RecordType type) {
            List<JsonComponent> components = new ArrayList<>();
            for (Component component : type.schema().components()) {
                Presence presence = component.presence().allowsAbsence() ? Presence.NULLABLE : component.presence();
                FieldPath inside = path.then(component.name());
                JsonCodec codec = component.type().accept(new Json(stored, inside, inSet));
                components.add(new JsonComponent(component.name(), stored.member(inside), presence, codec));
            }
            return new JsonRow(type.schema().fieldNames(), new JsonObject(components, inSet));
        }
    }
}
