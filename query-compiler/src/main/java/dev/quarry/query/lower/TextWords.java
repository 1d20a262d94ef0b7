package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import org.jooq.Field;

/** How an engine says texts. What no store can hold is a text of Java all the same, which a computation may come to. */
interface TextWords {

    /** A captured text, which is not null, as an operand of a method of Java that the engine runs. */
    SqlValue operand(BindExpr text, Binds binds);

    /** A computed text. */
    SqlValue computed(Field<Object> text, boolean canThrow, SqlValue.Range range);

    /** One behind the other; NULL if one is. */
    SqlValue joined(SqlValue left, SqlValue right);

    /** The number of chars. */
    Field<Object> length(SqlValue text);

    /** The place of the first occurrence, counted from 1; 0 if there is none. */
    Field<Object> position(Field<Object> text, Field<Object> part);
}
