package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.plan.StorableText;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Texts as they are. */
final class TextCodec extends ScalarCodec {
    TextCodec() {
        super(String.class, 1);
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        String text = (String) value;
        int bad = StorableText.unstorableAt(text);
        if (bad >= 0) {
            throw Unstorable.becauseOfText("", bad, text.charAt(bad));
        }
        row[at] = text;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        return rows.getString(at);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        String text = (String) value;
        int bad = StorableText.unstorableAt(text);
        if (bad >= 0) {
            throw Unstorable.becauseOfText(JsonWay.toNext(json), bad, text.charAt(bad));
        }
        json.writeString(text);
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getText();
    }
}
