package dev.quarry.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Moves one component between a record and its columns. Null goes through as null: whether it may is known to the record. */
interface ComponentCodec extends Codec {

    /** How many columns the component takes. */
    int width();

    /**
     * Writes the stored forms.
     *
     * @param value the component's value, null where the component is absent
     * @param row where to
     * @param at the first of the component's places
     * @throws Unstorable if no store can hold the value
     */
    void write(@Nullable Object value, @Nullable Object[] row, int at);

    /**
     * Reads the value back.
     *
     * @param rows at the row
     * @param at the component's first column, counted from 1
     * @return the value, null where the columns hold none
     * @throws Damaged if the columns hold something else
     */
    @Nullable
    Object read(ResultSet rows, int at) throws SQLException;
}
