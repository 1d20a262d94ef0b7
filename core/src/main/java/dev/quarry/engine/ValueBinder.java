package dev.quarry.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How an engine's driver is given values. Thread-safe. */
interface ValueBinder {
    /** Binds one value by its Java type: a stored form, or a Boolean, which is 1 or 0. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /** Prepares a statement for what the engine needs of each. */
    default void prepare(PreparedStatement statement) throws SQLException {}
}
