package dev.quarry.engine;

import dev.quarry.plan.StoredDouble;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Every value is bound as the type of its column, without which PostgreSQL finds no index: whole numbers of any width as
 * {@code bigint}, truth values as 1 and 0 of that type.
 */
final class PostgresBinder implements ValueBinder {
    private static final int ROWS_AT_A_TIME = 1_000;

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            bindText(statement, index, text);
        } else if (value instanceof Integer || value instanceof Long) {
            statement.setLong(index, ((Number) value).longValue());
        } else if (value instanceof Double number) {
            statement.setDouble(index, number);
        } else if (value instanceof Boolean truth) {
            statement.setLong(index, truth ? 1 : 0);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            throw new IllegalArgumentException("no stored form: " + value.getClass());
        }
    }

    /** In a transaction the driver asks for so many rows at a time; else it takes all at once. */
    @Override
    public void prepare(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(ROWS_AT_A_TIME);
    }

    /**
     * The type is that of the columns, which is also what the server finds for a null: the driver prepares a statement anew when a
     * type changes. The text that stands for not-a-number is a double in a column of doubles: its type is left to the column.
     */
    private static void bindText(PreparedStatement statement, int index, String text) throws SQLException {
        if (text.equals(StoredDouble.NAN)) {
            statement.setObject(index, text, Types.OTHER);
        } else {
            PGobject typed = new PGobject();
            typed.setType("text");
            typed.setValue(text);
            statement.setObject(index, typed, Types.OTHER);
        }
    }
}
