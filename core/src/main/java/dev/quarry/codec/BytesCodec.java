package dev.quarry.codec;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arrays of bytes, in JSON as Base64. The program may change its array as soon as it is written. */
final class BytesCodec extends ScalarCodec {
    BytesCodec() {
        super(byte[].class, 1);
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = ((byte[]) value).clone();
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        return rows.getBytes(at);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, (byte[]) value, 0, ((byte[]) value).length);
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
    }

    @Override
    public Optional<String> incomparable() {
        return Optional.of("a byte[] equals nothing but itself in Java, and what is read is always another array;"
                + " keep what identifies the bytes, such as a digest, in a String of its own, and compare that");
    }
}
