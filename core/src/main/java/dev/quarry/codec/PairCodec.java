package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.plan.TimePair;
import dev.quarry.schema.ScalarKind;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** What is stored as two whole numbers. */
final class PairCodec extends ScalarCodec {
    private final ScalarKind kind;
    private final TimePair pair;

    private PairCodec(ScalarKind kind, TimePair pair) {
        super(pair.type(), 2);
        this.kind = kind;
        this.pair = pair;
    }

    static PairCodec of(ScalarKind kind) {
        return new PairCodec(kind, TimePair.of(kind));
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = pair.whole(value);
        row[at + 1] = pair.nano(value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        long first = rows.getLong(at);
        return first == 0 && rows.wasNull() ? null : value(first, rows.getLong(at + 1));
    }

    private Object value(long first, long second) {
        try {
            return pair.value(first, second);
        } catch (DateTimeException e) {
            throw new Damaged("holds " + first + " and " + second + ", which is no " + kind.displayName(), e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeNumber(pair.whole(value));
        json.writeNumber(pair.nano(value));
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
}
