package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enum constants by name. A constant that this program does not know makes its record unreadable, and no other. */
final class EnumCodec implements ComponentCodec {
    private final String place;
    private final Class<?> type;
    private final Map<String, Object> constants = new HashMap<>();

    EnumCodec(String place, Class<?> type) {
        this.place = place;
        this.type = type;
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] row, int at) {
        row[at] = value == null ? null : ((Enum<?>) value).name();
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        String name = rows.getString(at);
        if (name == null) {
            return null;
        }
        Object constant = constants.get(name);
        if (constant == null) {
            throw new Unreadable("'" + place + "' holds " + name + ", which is no constant of " + type.getName());
        }
        return constant;
    }
}
