package dev.quarry.codec;

import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves records of one class between the program and a table's columns. Immutable and thread-safe. */
public final class RecordCodec<T> {
    private final Class<T> type;
    private final RecordShape shape;
    private final Map<FieldPath, FieldCodec> fields;
    private final Map<FieldPath, FieldCodec> members;

    private RecordCodec(
            Class<T> type, RecordShape shape, Map<FieldPath, FieldCodec> fields, Map<FieldPath, FieldCodec> members) {
        this.type = type;
        this.shape = shape;
        this.fields = fields;
        this.members = members;
    }

    /** The codec of a record, of which no other program has written any. */
    public static <T> RecordCodec<T> of(DeclaredRecord<T> record) {
        return of(record, StoredMembers.NONE);
    }

    /**
     * The codec of a record in a store.
     *
     * @throws dev.quarry.error.UnsupportedRecord if the record's module does not let Quarry construct it
     */
    public static <T> RecordCodec<T> of(DeclaredRecord<T> record, StoredMembers stored) {
        Codecs codecs = new Codecs(stored);
        RecordShape shape = codecs.columns(record.type(), record.schema(), "");
        return new RecordCodec<>(record.type(), shape, codecs.fields(), codecs.members());
    }

    /** How many columns a record takes, key and version not counted. */
    public int width() {
        return shape.width();
    }

    /** The component at the end of a path, if there is one. */
    public Optional<FieldCodec> field(FieldPath path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** The same for a path that may lead into the records of a collection. */
    public Optional<FieldCodec> fieldInside(FieldPath path) {
        return field(path).or(() -> Optional.ofNullable(members.get(path)));
    }

    /**
     * The stored forms of all components.
     *
     * @param row where to; it has room for {@link #width()} values from {@code at}
     * @throws dev.quarry.error.NullComponent if a component that must have a value is null
     * @throws dev.quarry.error.InvalidText if a text cannot be stored unchanged
     */
    public void write(T record, @Nullable Object[] row, int at) {
        shape.write(record, row, at);
    }

    /**
     * The record in a row.
     *
     * @param rows at the row
     * @param at the first component's column, counted from 1
     * @throws Unreadable if the row makes no record
     */
    public T read(ResultSet rows, int at) throws SQLException {
        return type.cast(shape.read(rows, at));
    }
}
