package dev.quarry.codec;

import dev.quarry.error.InvalidText;
import dev.quarry.plan.TextAndBytes;
import dev.quarry.schema.ScalarKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single values. Null goes through as null: whether it may is {@link PresenceCodec}'s to know. */
final class ScalarCodec implements ComponentCodec {
    private final String place;
    private final ScalarKind kind;

    ScalarCodec(String place, ScalarKind kind) {
        this.place = place;
        this.kind = kind;
    }

    @Override
    public int width() {
        return kind == ScalarKind.INSTANT ? 2 : 1;
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] row, int at) {
        if (value == null) {
            row[at] = null;
            if (kind == ScalarKind.INSTANT) {
                row[at + 1] = null;
            }
            return;
        }
        switch (kind) {
            case STRING -> row[at] = storable((String) value, place);
            case INT, LONG, BOOLEAN -> row[at] = value;
            case DOUBLE -> row[at] = TextAndBytes.storedDouble((double) value);
            case UUID -> row[at] = TextAndBytes.uuid((UUID) value);
            case INSTANT -> {
                row[at] = ((Instant) value).getEpochSecond();
                row[at + 1] = ((Instant) value).getNano();
            }
            default -> throw new IllegalStateException("no codec yet: " + kind);
        }
    }

    /** The text itself; {@link InvalidText} if no store can hold it. */
    static String storable(String text, String place) {
        int bad = TextAndBytes.unstorableAt(text);
        if (bad >= 0) {
            throw new InvalidText("component '" + place + "'", bad, text.charAt(bad));
        }
        return text;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        return switch (kind) {
            case STRING -> rows.getString(at);
            case INT -> {
                long value = rows.getLong(at);
                yield value == 0 && rows.wasNull() ? null : (Object) integer(value);
            }
            case LONG -> {
                long value = rows.getLong(at);
                yield value == 0 && rows.wasNull() ? null : (Object) value;
            }
            case BOOLEAN -> {
                int value = rows.getInt(at);
                yield value == 0 && rows.wasNull() ? null : (Object) (value != 0);
            }
            case DOUBLE -> real(rows.getObject(at));
            case UUID -> {
                byte[] bytes = rows.getBytes(at);
                yield bytes == null ? null : uuid(bytes);
            }
            case INSTANT -> instant(rows, at);
            default -> throw new IllegalStateException("no codec yet: " + kind);
        };
    }

    private @Nullable Object real(@Nullable Object stored) {
        if (stored == null || stored instanceof Double) {
            return stored;
        }
        if (stored.equals(TextAndBytes.NAN)) {
            return Double.NaN;
        }
        throw new Unreadable("'" + place + "' holds " + stored + ", which is no double");
    }

    private int integer(long stored) {
        if (stored != (int) stored) {
            throw new Unreadable("'" + place + "' holds " + stored + ", which is no int");
        }
        return (int) stored;
    }

    private Object uuid(byte[] bytes) {
        if (bytes.length != 16) {
            throw new Unreadable("'" + place + "' holds " + bytes.length + " bytes, a UUID has 16");
        }
        return TextAndBytes.uuid(bytes);
    }

    private @Nullable Object instant(ResultSet rows, int at) throws SQLException {
        long second = rows.getLong(at);
        if (second == 0 && rows.wasNull()) {
            return null;
        }
        try {
            return Instant.ofEpochSecond(second, rows.getInt(at + 1));
        } catch (DateTimeException e) {
            throw new Unreadable("'" + place + "' holds second " + second + ", which is no Instant", e);
        }
    }
}
