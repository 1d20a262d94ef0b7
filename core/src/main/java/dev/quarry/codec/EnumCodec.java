package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enum constants by name. A constant that this program does not know makes its record unreadable, and no other. */
final class EnumCodec extends ScalarCodec {
    private final Class<?> type;
    private final Map<String, Object> constants = new HashMap<>();

    EnumCodec(Class<?> type) {
        super(type, 1);
        this.type = type;
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
    }

    /** The names of the constants in the order of their declaration. */
    List<String> names() {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = ((Enum<?>) value).name();
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        String name = rows.getString(at);
        return name == null ? null : constant(name);
    }

    /** The constant of that name; throws {@link Damaged} if there is none. */
    Object constant(String name) {
        Object constant = constants.get(name);
        if (constant == null) {
            throw new Damaged("holds " + name + ", which is no constant of " + type.getName());
        }
        return constant;
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeString(((Enum<?>) value).name());
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.VALUE_STRING);
        return constant(json.getText());
    }
}
