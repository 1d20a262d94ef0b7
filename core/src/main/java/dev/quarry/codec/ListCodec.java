package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of texts. What is read is unmodifiable and, unlike {@code List.of}, answers {@code contains(null)}. */
final class ListCodec implements ComponentCodec {
    private final String record;
    private final String place;

    ListCodec(String record, String place) {
        this.record = record;
        this.place = place;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] row, int at) {
        row[at] = value == null ? null : JsonText.write((List<?>) value, record, place);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        String json = rows.getString(at);
        return json == null ? null : Collections.unmodifiableList(JsonText.readList(json, place));
    }
}
