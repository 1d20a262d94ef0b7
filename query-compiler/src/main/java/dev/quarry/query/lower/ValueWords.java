package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.function.JavaFunction;
import org.jooq.Condition;
import org.jooq.Field;

/** How an engine says columns, binds and functions. Values are in their {@link dev.quarry.plan.ComputedForm}. */
interface ValueWords {

    /** The place of a bind. */
    Field<Object> bind(int index, BindForm form);

    /** A value that takes two numbers, from its columns; NULL if they are. */
    Field<Object> pair(Field<Object> first, Field<Object> second);

    /** The same from the captured value, which is not null. */
    Field<Object> pair(BindExpr value, Binds binds);

    /** The name of a method of Java, as the engine has it. */
    String function(JavaFunction function);

    /** Whether a column that may be NULL holds a value that is not; where that is used in a condition, an index may help. */
    Condition holds(Field<Object> column, Field<Object> value);
}
