package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.plan.StoredDouble;
import dev.quarry.schema.ScalarKind;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Floating-point numbers, a float as the double that it widens to. JSON has no numbers for what is not finite. */
final class RealCodec extends ScalarCodec {
    private final ScalarKind kind;

    private RealCodec(ScalarKind kind, Class<?> type) {
        super(type, 1);
        this.kind = kind;
    }

    static RealCodec of(ScalarKind kind) {
        return new RealCodec(kind, kind == ScalarKind.FLOAT ? Float.class : Double.class);
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = StoredDouble.of(((Number) value).doubleValue());
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        Object stored = rows.getObject(at);
        if (stored == null || (stored instanceof Double && kind == ScalarKind.DOUBLE)) {
            return stored;
        }
        if (stored instanceof Double real) {
            return value(real);
        }
        if (stored.equals(StoredDouble.NAN)) {
            return value(Double.NaN);
        }
        throw damaged(stored);
    }

    private Object value(double real) {
        if (kind == ScalarKind.DOUBLE) {
            return real;
        }
        float narrow = (float) real;
        if (Double.compare(narrow, real) != 0) {
            throw damaged(real);
        }
        return narrow;
    }

    private Damaged damaged(Object stored) {
        return new Damaged("holds " + stored + ", which is no " + kind.displayName());
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        double real = ((Number) value).doubleValue();
        if (Double.isFinite(real)) {
            json.writeNumber(StoredDouble.json(real));
        } else {
            json.writeString(Double.toString(real));
        }
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            return value(json.getDoubleValue());
        }
        JsonCodec.expect(json.currentToken(), JsonToken.VALUE_STRING);
        String text = json.getText();
        return switch (text) {
            case "NaN" -> value(Double.NaN);
            case "Infinity" -> value(Double.POSITIVE_INFINITY);
            case "-Infinity" -> value(Double.NEGATIVE_INFINITY);
            default -> throw damaged(text);
        };
    }
}
