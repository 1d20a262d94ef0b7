package dev.quarry.query.lower;

import org.jooq.Field;

/** How an engine computes with whole numbers of 64 bits. An operation of ints is done with these and cut to 32 bits after. */
interface WholeWords {

    /** Arithmetic that may overflow. */
    enum Arithmetic {
        SUM("+", "quarry_add_longs"),
        DIFFERENCE("-", "quarry_subtract_longs"),
        PRODUCT("*", "quarry_multiply_longs");

        private final String operator;
        private final String function;

        Arithmetic(String operator, String function) {
            this.operator = operator;
            this.function = function;
        }

        /** The operator, which is exact unless it overflows. */
        String operator() {
            return operator;
        }

        /** The function that wraps as Java does. */
        String function() {
            return function;
        }
    }

    /** An operation of longs, which wraps. */
    Field<Object> wrapping(Arithmetic operation, SqlValue left, SqlValue right);

    /** The quotient, cut towards zero; NULL for a divisor of 0. The quotient of the least number and -1 is not asked for. */
    Field<Object> quotient(Field<Object> left, Field<Object> right);

    /** What is left of {@link #quotient}. */
    Field<Object> remainder(Field<Object> left, Field<Object> right);

    /** The smaller one; NULL if one is. */
    Field<Object> least(Field<Object> left, Field<Object> right);

    /** The greater one; NULL if one is. */
    Field<Object> greatest(Field<Object> left, Field<Object> right);

    /** The bits that are in one of the two. */
    Field<Object> exclusiveOr(Field<Object> left, Field<Object> right);

    /** Shifted left by a count from 0 to 63; bits are lost at the top. */
    Field<Object> shiftedLeft(Field<Object> number, Field<Object> count);

    /** Shifted right by a count from 0 to 63; copies of the sign come in. */
    Field<Object> shiftedRight(Field<Object> number, Field<Object> count);
}
