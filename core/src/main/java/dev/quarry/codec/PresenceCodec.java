package dev.quarry.codec;

import dev.quarry.error.NullComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Refuses null in a component that must have a value, on the way in and on the way out. */
final class PresenceCodec implements ComponentCodec {
    private final String record;
    private final String place;
    private final ComponentCodec value;

    PresenceCodec(String record, String place, ComponentCodec value) {
        this.record = record;
        this.place = place;
        this.value = value;
    }

    @Override
    public int width() {
        return value.width();
    }

    @Override
    public void write(@Nullable Object component, @Nullable Object[] row, int at) {
        if (component == null) {
            throw new NullComponent(record, place);
        }
        value.write(component, row, at);
    }

    @Override
    public Object read(ResultSet rows, int at) throws SQLException {
        Object read = value.read(rows, at);
        if (read == null) {
            throw new Unreadable("'" + place + "' is null, and it is not @Nullable");
        }
        return read;
    }
}
