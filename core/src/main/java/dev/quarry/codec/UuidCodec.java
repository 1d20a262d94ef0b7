package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.plan.UuidBytes;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as sixteen bytes; in JSON the canonical text. */
final class UuidCodec extends ScalarCodec {
    UuidCodec() {
        super(UUID.class, 1);
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = UuidBytes.of((UUID) value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        byte[] bytes = rows.getBytes(at);
        if (bytes == null) {
            return null;
        }
        if (bytes.length != 16) {
            throw new Damaged("holds " + bytes.length + " bytes, a UUID has 16");
        }
        return UuidBytes.parse(bytes);
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
            UUID value = UUID.fromString(text);
            if (value.toString().equals(text)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw damaged(text, e);
        }
        throw damaged(text, null);
    }

    private static Damaged damaged(String text, @Nullable Throwable cause) {
        return new Damaged("holds " + text + ", which is no UUID", cause);
    }
}
