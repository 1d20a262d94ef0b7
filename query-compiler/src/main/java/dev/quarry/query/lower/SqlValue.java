package dev.quarry.query.lower;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A value inside an SQL expression, in its {@link dev.quarry.plan.ComputedForm}. It is NULL where Java throws, but for a
 * double: that is NULL where it is not a number, so where Java throws is said beside it.
 *
 * @param field the value
 * @param cost what writing it twice costs
 * @param canThrow whether some record makes Java throw
 * @param range what it may be besides a plain value
 * @param defined for a double, what holds where Java does not throw
 */
record SqlValue(Field<Object> field, Cost cost, boolean canThrow, Range range, List<Condition> defined) {
    SqlValue {
        defined = List.copyOf(defined);
    }

    /** What writing a value twice costs. */
    enum Cost {
        /** It is a column or a bind. */
        NOTHING,
        /** It is computed. */
        TIME
    }

    /** What a value may be besides a plain one. */
    enum Range {
        /** Nothing else. */
        PLAIN,
        /** A double that is NULL where it is not a number. */
        OR_NAN,
        /** A text that is bytes where no store can hold it. */
        OR_BYTES
    }

    static SqlValue simple(Field<Object> field) {
        return simple(field, Range.PLAIN);
    }

    static SqlValue simple(Field<Object> field, Range range) {
        return new SqlValue(field, Cost.NOTHING, false, range, List.of());
    }

    static SqlValue computed(Field<Object> field, boolean canThrow) {
        return new SqlValue(field, Cost.TIME, canThrow, Range.PLAIN, List.of());
    }

    /** A computed text; one that a store can hold if its operands are such. */
    static SqlValue text(Field<Object> field, boolean canThrow, Range range) {
        return new SqlValue(field, Cost.TIME, canThrow, range, List.of());
    }

    static SqlValue real(Field<Object> field, SqlValue... operands) {
        List<Condition> defined = new ArrayList<>();
        for (SqlValue operand : operands) {
            defined.addAll(operand.definedness());
        }
        return new SqlValue(field, Cost.TIME, !defined.isEmpty(), Range.OR_NAN, defined);
    }

    boolean isSimple() {
        return cost == Cost.NOTHING;
    }

    boolean canBeNaN() {
        return range == Range.OR_NAN;
    }

    boolean canBeBytes() {
        return range == Range.OR_BYTES;
    }

    /** A whole number as a double; the field is already of that type. */
    SqlValue widened(Field<Object> asDouble) {
        return new SqlValue(asDouble, cost, canThrow, Range.PLAIN, definedness());
    }

    /** What holds where Java does not throw; empty if it never does. */
    List<Condition> definedness() {
        if (!canThrow) {
            return List.of();
        }
        return defined.isEmpty() ? List.of(field.isNotNull()) : defined;
    }

    static Condition allDefined(SqlValue left, SqlValue right) {
        List<Condition> all = new ArrayList<>(left.definedness());
        all.addAll(right.definedness());
        return DSL.and(all);
    }
}
