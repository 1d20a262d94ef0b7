package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.schema.ScalarKind;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is stored as a whole number; in JSON a truth value is a truth value. */
final class WholeNumberCodec extends ScalarCodec {
    private final ScalarKind kind;
    private final long least;
    private final long greatest;
    private final ToLongFunction<Object> number;
    private final LongFunction<Object> value;

    private WholeNumberCodec(
            ScalarKind kind,
            Class<?> type,
            long least,
            long greatest,
            ToLongFunction<Object> number,
            LongFunction<Object> value) {
        super(type, 1);
        this.kind = kind;
        this.least = least;
        this.greatest = greatest;
        this.number = number;
        this.value = value;
    }

    static WholeNumberCodec of(ScalarKind kind) {
        ToLongFunction<Object> own = value -> ((Number) value).longValue();
        return switch (kind) {
            case INT ->
                new WholeNumberCodec(
                        kind, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, own, number -> (int) number);
            case LONG -> new WholeNumberCodec(kind, Long.class, Long.MIN_VALUE, Long.MAX_VALUE, own, number -> number);
            case SHORT ->
                new WholeNumberCodec(
                        kind, Short.class, Short.MIN_VALUE, Short.MAX_VALUE, own, number -> (short) number);
            case BYTE ->
                new WholeNumberCodec(kind, Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, own, number -> (byte) number);
            case CHAR ->
                new WholeNumberCodec(
                        kind,
                        Character.class,
                        Character.MIN_VALUE,
                        Character.MAX_VALUE,
                        value -> (char) value,
                        number -> (char) number);
            case BOOLEAN ->
                new WholeNumberCodec(
                        kind, Boolean.class, 0, 1, value -> (boolean) value ? 1 : 0, number -> number != 0);
            case LOCAL_DATE ->
                new WholeNumberCodec(
                        kind,
                        LocalDate.class,
                        LocalDate.MIN.toEpochDay(),
                        LocalDate.MAX.toEpochDay(),
                        value -> ((LocalDate) value).toEpochDay(),
                        LocalDate::ofEpochDay);
            default -> throw new IllegalArgumentException(kind + " is not stored as a whole number");
        };
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        // an Integer and a Long are stored forms already
        row[at] = kind == ScalarKind.INT || kind == ScalarKind.LONG ? value : (Object) number.applyAsLong(value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        long stored = rows.getLong(at);
        return stored == 0 && rows.wasNull() ? null : value(stored);
    }

    private Object value(long stored) {
        if (stored < least || stored > greatest) {
            throw new Damaged("holds " + stored + ", which is no " + kind.displayName());
        }
        return value.apply(stored);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeNumber(number.applyAsLong(value));
        }
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        if (kind == ScalarKind.BOOLEAN && json.currentToken() == JsonToken.VALUE_FALSE) {
            return false;
        }
        JsonCodec.expect(
                json.currentToken(), kind == ScalarKind.BOOLEAN ? JsonToken.VALUE_TRUE : JsonToken.VALUE_NUMBER_INT);
        return kind == ScalarKind.BOOLEAN ? true : value(json.getLongValue());
    }
}
