package dev.quarry.engine;

import java.util.HexFormat;

/** Stored forms as SQL, for where no value can be bound. */
final class SqliteLiterals {
    private SqliteLiterals() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return "'" + text.replace("'", "''") + "'";
        }
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value instanceof Double number) {
            return of(number.doubleValue());
        }
        if (value instanceof Long || value instanceof Integer) {
            return value.toString();
        }
        throw new IllegalArgumentException("no stored form: " + value.getClass());
    }

    /** A number too great for a double is infinite to SQLite. */
    private static String of(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "9e999" : "-9e999";
        }
        return Double.toString(number);
    }
}
