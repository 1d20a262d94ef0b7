package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record in columns of its own; behind a flag that says whether it is there, if it may be absent. */
final class NestedCodec implements ComponentCodec {
    private final RecordShape shape;
    private final int flag;

    NestedCodec(RecordShape shape, boolean absentPossible) {
        this.shape = shape;
        this.flag = absentPossible ? 1 : 0;
    }

    @Override
    public int width() {
        return flag + shape.width();
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] row, int at) {
        if (value == null) {
            Arrays.fill(row, at, at + width(), null);
            row[at] = flag == 1 ? false : null;
            return;
        }
        if (flag == 1) {
            row[at] = true;
        }
        shape.write(value, row, at + flag);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        if (flag == 1 && rows.getInt(at) == 0) {
            return null;
        }
        return shape.read(rows, at + flag);
    }

    @Override
    public Optional<Class<?>> misfit(Object value) {
        return shape.misfit(value);
    }

    @Override
    public Optional<String> incomparable() {
        return shape.incomparable();
    }
}
