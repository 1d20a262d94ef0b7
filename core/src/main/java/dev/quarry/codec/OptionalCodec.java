package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Optional, stored as what it holds or as null. */
final class OptionalCodec implements ComponentCodec {
    private final ComponentCodec value;

    OptionalCodec(ComponentCodec value) {
        this.value = value;
    }

    @Override
    public int width() {
        return value.width();
    }

    @Override
    public void write(@Nullable Object component, @Nullable Object[] row, int at) {
        value.write(component == null ? null : ((Optional<?>) component).orElse(null), row, at);
    }

    @Override
    public Object read(ResultSet rows, int at) throws SQLException {
        return Optional.ofNullable(value.read(rows, at));
    }

    @Override
    public Optional<Class<?>> misfit(Object component) {
        return component instanceof Optional<?> optional
                ? optional.flatMap(held -> value.misfit(held))
                : Optional.of(component.getClass());
    }

    @Override
    public Optional<String> incomparable() {
        return value.incomparable();
    }
}
