package dev.quarry.query.lower;

import dev.quarry.query.ir.Operation;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * PostgreSQL's numbers. An operation that overflows, or whose result is too small for a double, is an error that ends the query,
 * so such operations are functions. A stored NaN is equal to itself and behind all numbers.
 */
final class PostgresNumbers implements WholeWords, RealWords {
    static final PostgresNumbers INSTANCE = new PostgresNumbers();

    /** Half of the range of a long: two such numbers have a sum and a difference. */
    private static final String HALF = " between -4611686018427387904 and 4611686018427387903";

    /** Two such numbers have a product. */
    private static final String ROOT = " between -3037000499 and 3037000499";

    private PostgresNumbers() {}

    @Override
    public Field<Object> wrapping(Arithmetic operation, SqlValue left, SqlValue right) {
        String call = operation.function() + "({0}, {1})";
        String within = operation == Arithmetic.PRODUCT ? ROOT : HALF;
        String template = left.isSimple() && right.isSimple()
                ? "case when {0}" + within + " and {1}" + within + " then {0} " + operation.operator() + " {1} else "
                        + call + " end"
                : call;
        return Sql.field(template, left.field(), right.field());
    }

    @Override
    public Field<Object> quotient(Field<Object> left, Field<Object> right) {
        return Sql.field("({0} / nullif({1}, 0))", left, right);
    }

    @Override
    public Field<Object> remainder(Field<Object> left, Field<Object> right) {
        return Sql.field("({0} % nullif({1}, 0))", left, right);
    }

    /** {@code least} takes no notice of NULL. */
    @Override
    public Field<Object> least(Field<Object> left, Field<Object> right) {
        return Sql.field("quarry_long_min({0}, {1})", left, right);
    }

    @Override
    public Field<Object> greatest(Field<Object> left, Field<Object> right) {
        return Sql.field("quarry_long_max({0}, {1})", left, right);
    }

    @Override
    public Field<Object> exclusiveOr(Field<Object> left, Field<Object> right) {
        return Sql.field("({0} # {1})", left, right);
    }

    @Override
    public Field<Object> shiftedLeft(Field<Object> number, Field<Object> count) {
        return Sql.field("({0} << ({1})::int4)", number, count);
    }

    @Override
    public Field<Object> shiftedRight(Field<Object> number, Field<Object> count) {
        return Sql.field("({0} >> ({1})::int4)", number, count);
    }

    @Override
    public Field<Object> column(Field<Object> column) {
        return Sql.field("nullif({0}, 'NaN'::float8)", column);
    }

    @Override
    public Condition isNumber(Field<Object> column) {
        return Sql.condition("{0} < 'NaN'::float8", column);
    }

    @Override
    public Condition isNaN(Field<Object> column) {
        return Sql.condition("{0} = 'NaN'::float8", column);
    }

    @Override
    public Condition same(Field<Object> left, Field<Object> right) {
        return Sql.condition(
                "({0} is not distinct from {1} and ({0} is distinct from 0::float8"
                        + " or atan2({0}, -1::float8) = atan2({1}, -1::float8)))",
                left, right);
    }

    @Override
    public Condition sameZero(Field<Object> number, Field<Object> zero) {
        return number.eq(zero).and(Sql.condition("atan2({0}, -1::float8) = atan2({1}, -1::float8)", number, zero));
    }

    @Override
    public Field<Object> arithmetic(Operation operation, Field<Object> left, Field<Object> right) {
        String function = switch (operation) {
            case ADD -> "quarry_add_doubles";
            case SUBTRACT -> "quarry_subtract_doubles";
            case MULTIPLY -> "quarry_multiply_doubles";
            case DIVIDE -> "quarry_divide_doubles";
            case REMAINDER -> "quarry_remainder_doubles";
            default -> throw new IllegalArgumentException("no arithmetic: " + operation);
        };
        return Sql.field(function + "({0}, {1})", left, right);
    }

    @Override
    public Field<Object> negated(Field<Object> number) {
        return Sql.field("(- {0})", number);
    }

    @Override
    public Field<Object> toInt(Field<Object> number) {
        return Sql.field("quarry_double_to_int({0})", number);
    }

    @Override
    public Field<Object> toLong(Field<Object> number) {
        return Sql.field("quarry_double_to_long({0})", number);
    }

    @Override
    public Field<Object> ofInt(Field<Object> number) {
        return Sql.field("({0})::float8", number);
    }

    @Override
    public Field<Object> ofLong(Field<Object> number) {
        return Sql.field("({0})::float8", number);
    }
}
