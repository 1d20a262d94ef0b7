package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.plan.DecimalKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Decimals: the key that they are ordered by, and the scale; in JSON the canonical text. */
final class DecimalCodec extends ScalarCodec {
    DecimalCodec() {
        super(BigDecimal.class, 2);
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        BigDecimal decimal = (BigDecimal) value;
        row[at] = DecimalKey.of(decimal);
        row[at + 1] = decimal.scale();
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        byte[] key = rows.getBytes(at);
        if (key == null) {
            return null;
        }
        try {
            return DecimalKey.value(key, rows.getLong(at + 1));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Damaged("holds bytes that are no BigDecimal", e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeString(value.toString());
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.VALUE_STRING);
        String text = json.getText();
        try {
            return DecimalKey.parse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Damaged("holds " + text + ", which is no BigDecimal", e);
        }
    }
}
