package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.schema.ScalarKind;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is stored as two whole numbers, the second of which says how many nanoseconds come on top of the first. */
final class PairCodec extends ScalarCodec {
    private static final long LAST_NANO_OF_SECOND = 999_999_999;
    private static final long LAST_NANO_OF_DAY = LocalTime.MAX.toNanoOfDay();

    private final ScalarKind kind;
    private final long lastNano;
    private final ToLongFunction<Object> whole;
    private final ToLongFunction<Object> nano;
    private final Maker maker;

    private PairCodec(
            ScalarKind kind,
            Class<?> type,
            long lastNano,
            ToLongFunction<Object> whole,
            ToLongFunction<Object> nano,
            Maker maker) {
        super(type, 2);
        this.kind = kind;
        this.lastNano = lastNano;
        this.whole = whole;
        this.nano = nano;
        this.maker = maker;
    }

    /** The nanoseconds are meant to be those of the second: the seconds have a column of their own. */
    @SuppressWarnings({"JavaInstantGetSecondsGetNano", "JavaDurationGetSecondsGetNano"})
    static PairCodec of(ScalarKind kind) {
        return switch (kind) {
            case INSTANT ->
                new PairCodec(
                        kind,
                        Instant.class,
                        LAST_NANO_OF_SECOND,
                        value -> ((Instant) value).getEpochSecond(),
                        value -> ((Instant) value).getNano(),
                        Instant::ofEpochSecond);
            case DURATION ->
                new PairCodec(
                        kind,
                        Duration.class,
                        LAST_NANO_OF_SECOND,
                        value -> ((Duration) value).toSeconds(),
                        value -> ((Duration) value).getNano(),
                        Duration::ofSeconds);
            case LOCAL_DATE_TIME ->
                new PairCodec(
                        kind,
                        LocalDateTime.class,
                        LAST_NANO_OF_DAY,
                        value -> ((LocalDateTime) value).toLocalDate().toEpochDay(),
                        value -> ((LocalDateTime) value).toLocalTime().toNanoOfDay(),
                        (day, nano) -> LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofNanoOfDay(nano)));
            default -> throw new IllegalArgumentException(kind + " is not stored as two whole numbers");
        };
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = whole.applyAsLong(value);
        row[at + 1] = nano.applyAsLong(value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        long first = rows.getLong(at);
        return first == 0 && rows.wasNull() ? null : value(first, rows.getLong(at + 1));
    }

    private Object value(long first, long second) {
        if (second >= 0 && second <= lastNano) {
            try {
                return maker.make(first, second);
            } catch (DateTimeException e) {
                throw damaged(first, second, e);
            }
        }
        throw damaged(first, second, null);
    }

    private Damaged damaged(long first, long second, @Nullable Throwable cause) {
        return new Damaged("holds " + first + " and " + second + ", which is no " + kind.displayName(), cause);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeNumber(whole.applyAsLong(value));
        json.writeNumber(nano.applyAsLong(value));
        json.writeEndArray();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.START_ARRAY);
        JsonCodec.expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
        long first = json.getLongValue();
        JsonCodec.expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
        long second = json.getLongValue();
        JsonCodec.expect(json.nextToken(), JsonToken.END_ARRAY);
        return value(first, second);
    }

    @FunctionalInterface
    private interface Maker {
        Object make(long whole, long nano);
    }
}
