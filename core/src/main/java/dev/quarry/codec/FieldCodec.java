package dev.quarry.codec;

import dev.quarry.error.InvalidDefault;
import dev.quarry.schema.FieldType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component by itself, to compare with a value from outside. Immutable and thread-safe. */
public final class FieldCodec {
    private final String record;
    private final String place;
    private final ComponentCodec codec;
    private final ComponentCodec held;
    private final List<String> constants;

    /** A component's codec, and that of what it holds if it is an Optional; else the same. */
    FieldCodec(String record, String place, ComponentCodec codec, ComponentCodec held, List<String> constants) {
        this.record = record;
        this.place = place;
        this.codec = codec;
        this.held = held;
        this.constants = List.copyOf(constants);
    }

    /** The names of an enum's constants in the order of their declaration; empty for every other type. */
    public List<String> constants() {
        return constants;
    }

    /**
     * The class of what the component could never hold: the value, or something that is in it. Empty if it fits; null is a
     * question of presence, not of type.
     */
    public Optional<Class<?>> misfit(@Nullable Object value) {
        return value == null ? Optional.empty() : codec.misfit(value);
    }

    /**
     * Why the stored forms do not tell whether two values are equal by {@link Object#equals}, and what to do; empty if they
     * do.
     */
    public Optional<String> incomparable() {
        return codec.incomparable();
    }

    /**
     * Whether what is stored equals a value; not if it is damaged.
     *
     * @param rows at the row
     * @param at the component's first column, counted from 1
     */
    public boolean holds(ResultSet rows, int at, @Nullable Object value) throws SQLException {
        try {
            return Objects.equals(value, codec.read(rows, at));
        } catch (Damaged | Unreadable e) {
            return false;
        }
    }

    /**
     * The stored forms of the value, one for each of the component's columns.
     *
     * @throws dev.quarry.error.NullComponent if there is a null in it that no record can have
     * @throws dev.quarry.error.InvalidText if there is a text in it that cannot be stored unchanged
     */
    public @Nullable Object[] stored(@Nullable Object value) {
        Object[] row = new Object[codec.width()];
        try {
            codec.write(value, row, 0);
        } catch (Unstorable e) {
            throw e.at(record, place);
        }
        return row;
    }

    /**
     * The stored forms of the value that the text of a default means, one for each of the component's columns.
     *
     * @param type the component's type
     * @throws InvalidDefault if it means none
     * @throws dev.quarry.error.InvalidText if there is a text in it that cannot be stored unchanged
     */
    public @Nullable Object[] storedDefault(FieldType type, String text) {
        try {
            @Nullable Object[] row = new Object[held.width()];
            held.write(value(type, text), row, 0);
            return row;
        } catch (Unstorable e) {
            throw e.at(record, place);
        } catch (Damaged | Unreadable | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new InvalidDefault(record, place, type.displayName(), text, String.valueOf(e.getMessage()), e);
        }
    }

    private Object value(FieldType type, String text) {
        if (type instanceof FieldType.Scalar scalar) {
            return DefaultText.value(scalar.kind(), text);
        }
        if (held instanceof EnumCodec constants) {
            return constants.constant(text);
        }
        if (held instanceof JsonColumn json && json.codec() instanceof EnumCodec constants) {
            return constants.constant(text);
        }
        if (held instanceof JsonColumn json) {
            return json.parse(text);
        }
        throw new IllegalArgumentException("a nested record has none; give its components defaults");
    }
}
