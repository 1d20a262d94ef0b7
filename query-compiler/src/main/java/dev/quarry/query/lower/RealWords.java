package dev.quarry.query.lower;

import dev.quarry.query.ir.Operation;
import org.jooq.Condition;
import org.jooq.Field;

/** How an engine computes with doubles. In an expression a double is NULL where it is not a number. */
interface RealWords {

    /** A column's double in an expression. */
    Field<Object> column(Field<Object> column);

    /** Whether a column holds a number; a stored NaN, which sorts behind all of them, is none. */
    Condition isNumber(Field<Object> column);

    /** Whether a column holds NaN, which is not null. */
    Condition isNaN(Field<Object> column);

    /** Whether two are equal by {@code Double.equals}, or both NULL. */
    Condition same(Field<Object> left, Field<Object> right);

    /** Whether one that may be NULL is the zero of that sign. */
    Condition sameZero(Field<Object> number, Field<Object> zero);

    /** {@code + - * / %}. */
    Field<Object> arithmetic(Operation operation, Field<Object> left, Field<Object> right);

    /** {@code -x}, also of zeros. */
    Field<Object> negated(Field<Object> number);

    /** {@code (int) x}; 0 for NULL. */
    Field<Object> toInt(Field<Object> number);

    /** {@code (long) x}; 0 for NULL. */
    Field<Object> toLong(Field<Object> number);

    /** A whole number that is exact as a double. */
    Field<Object> ofInt(Field<Object> number);

    /** A whole number, rounded once. */
    Field<Object> ofLong(Field<Object> number);
}
