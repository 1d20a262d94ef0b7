package dev.quarry.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** A function that SQLite calls. What it gives is text, bytes, a whole number, a double or null. */
abstract class SqliteCall extends Function {
    /** The types of SQLite's C interface. */
    private static final int BLOB_TYPE = 4;

    private static final int NULL_TYPE = 5;

    /** How many operands it takes. */
    abstract int operands();

    final boolean isNull(int index) throws SQLException {
        return value_type(index) == NULL_TYPE;
    }

    final boolean isBytes(int index) throws SQLException {
        return value_type(index) == BLOB_TYPE;
    }

    final void give(@Nullable Object value) throws SQLException {
        if (value == null) {
            result();
        } else if (value instanceof Long number) {
            result(number);
        } else if (value instanceof Double number) {
            result(number);
        } else if (value instanceof byte[] bytes) {
            result(bytes);
        } else {
            result((String) value);
        }
    }
}
