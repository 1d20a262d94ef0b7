package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as JSON in one column. */
final class JsonColumn implements ComponentCodec {
    private final JsonCodec codec;

    JsonColumn(JsonCodec codec) {
        this.codec = codec;
    }

    JsonCodec codec() {
        return codec;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] row, int at) {
        row[at] = value == null ? null : JsonText.write(codec, value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        String text = rows.getString(at);
        return text == null ? null : JsonText.read(codec, text);
    }

    /** The value of JSON that a person wrote; throws {@link Damaged} if it is another's. */
    Object parse(String text) {
        return JsonText.read(codec, text);
    }

    @Override
    public Optional<Class<?>> misfit(Object value) {
        return codec.misfit(value);
    }

    @Override
    public Optional<String> incomparable() {
        return codec.incomparable();
    }
}
