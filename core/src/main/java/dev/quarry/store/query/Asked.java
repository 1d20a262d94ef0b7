package dev.quarry.store.query;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query ready to run.
 *
 * @param sql its text
 * @param values the binds, in order
 */
public record Asked(String sql, @Nullable Object[] values) {
    /** The binds as texts, for people. */
    public List<String> describedValues() {
        return Arrays.stream(values).map(Asked::describe).toList();
    }

    private static String describe(@Nullable Object value) {
        if (value instanceof String text) {
            return "'" + text + "'";
        }
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return String.valueOf(value);
    }
}
