package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Moves one component between a record and its columns. Immutable and thread-safe. */
interface ComponentCodec {

    /** How many columns the component takes. */
    int width();

    /**
     * Writes the stored forms.
     *
     * @param value the component's value, null where the component is absent
     * @param row where to
     * @param at the first of the component's places
     */
    void write(@Nullable Object value, @Nullable Object[] row, int at);

    /**
     * Reads the value back.
     *
     * @param rows at the row
     * @param at the component's first column, counted from 1
     * @throws Unreadable if the columns hold no such value
     */
    @Nullable
    Object read(ResultSet rows, int at) throws SQLException;
}
