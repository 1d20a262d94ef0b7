package dev.quarry.query.lower;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A number in SQL. An int or long is NULL where Java throws. A double is NULL where it is not a number, so where Java throws
 * is said beside it.
 *
 * @param field the value
 * @param simple whether it is a column or a bind, which costs nothing to write twice
 * @param canThrow whether some record makes Java throw
 * @param neverNaN whether it is a number for every record
 * @param defined for a double, what holds where Java does not throw
 */
record SqlNumber(Field<Object> field, boolean simple, boolean canThrow, boolean neverNaN, List<Condition> defined) {
    SqlNumber {
        defined = List.copyOf(defined);
    }

    static SqlNumber simple(Field<Object> field) {
        return new SqlNumber(field, true, false, true, List.of());
    }

    static SqlNumber whole(Field<Object> field, boolean canThrow) {
        return new SqlNumber(field, false, canThrow, true, List.of());
    }

    static SqlNumber real(Field<Object> field, SqlNumber... operands) {
        List<Condition> defined = new ArrayList<>();
        for (SqlNumber operand : operands) {
            defined.addAll(operand.defined());
        }
        return new SqlNumber(field, false, !defined.isEmpty(), false, defined);
    }

    /** A long or int as a double; the field is already of that type. */
    SqlNumber widened(Field<Object> asDouble) {
        List<Condition> conditions = canThrow ? List.of(field.isNotNull()) : List.of();
        return new SqlNumber(asDouble, simple, canThrow, true, conditions);
    }

    static Condition allDefined(SqlNumber left, SqlNumber right) {
        List<Condition> all = new ArrayList<>(left.defined());
        all.addAll(right.defined());
        return DSL.and(all);
    }
}
