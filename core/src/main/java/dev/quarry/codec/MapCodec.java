package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps from text to text, in their own order. What is read is unmodifiable. */
final class MapCodec implements ComponentCodec {
    private final String record;
    private final String place;

    MapCodec(String record, String place) {
        this.record = record;
        this.place = place;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] row, int at) {
        row[at] = value == null ? null : JsonText.write((Map<?, ?>) value, record, place);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        String json = rows.getString(at);
        return json == null ? null : Collections.unmodifiableMap(JsonText.readMap(json, place));
    }
}
