package dev.quarry.query.lower;

import dev.quarry.query.ir.Operation;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * SQLite's numbers. Its integers have 64 bits and become doubles when they overflow, so a long is computed by a function where
 * it overflows; its doubles are Java's, with NULL for NaN, and it mixes the two by itself.
 */
final class SqliteNumbers implements WholeWords, RealWords {
    static final SqliteNumbers INSTANCE = new SqliteNumbers();

    private SqliteNumbers() {}

    @Override
    public Field<Object> wrapping(Arithmetic operation, SqlValue left, SqlValue right) {
        String plain = "({0} " + operation.operator() + " {1})";
        String call = operation.function() + "({0}, {1})";
        String template = left.isSimple() && right.isSimple()
                ? "case typeof" + plain + " when 'integer' then " + plain + " else " + call + " end"
                : call;
        return Sql.field(template, left.field(), right.field());
    }

    @Override
    public Field<Object> quotient(Field<Object> left, Field<Object> right) {
        return Sql.field("({0} / {1})", left, right);
    }

    @Override
    public Field<Object> remainder(Field<Object> left, Field<Object> right) {
        return Sql.field("({0} % {1})", left, right);
    }

    @Override
    public Field<Object> least(Field<Object> left, Field<Object> right) {
        return Sql.field("min({0}, {1})", left, right);
    }

    @Override
    public Field<Object> greatest(Field<Object> left, Field<Object> right) {
        return Sql.field("max({0}, {1})", left, right);
    }

    @Override
    public Field<Object> exclusiveOr(Field<Object> left, Field<Object> right) {
        return Sql.field("quarry_xor_longs({0}, {1})", left, right);
    }

    @Override
    public Field<Object> shiftedLeft(Field<Object> number, Field<Object> count) {
        return Sql.field("({0} << {1})", number, count);
    }

    @Override
    public Field<Object> shiftedRight(Field<Object> number, Field<Object> count) {
        return Sql.field("({0} >> {1})", number, count);
    }

    @Override
    public Field<Object> column(Field<Object> column) {
        return Sql.field("case typeof({0}) when 'real' then {0} end", column);
    }

    @Override
    public Condition isNumber(Field<Object> column) {
        return Sql.condition("typeof({0}) = 'real'", column);
    }

    /** A stored NaN is a text, which SQLite puts behind all values. */
    @Override
    public Condition isNaN(Field<Object> column) {
        return Sql.condition("typeof({0}) = 'text'", column);
    }

    @Override
    public Condition same(Field<Object> left, Field<Object> right) {
        return Sql.condition("{0} is {1} and ({0} is not 0.0 or atan2({0}, -1.0) = atan2({1}, -1.0))", left, right);
    }

    @Override
    public Condition sameZero(Field<Object> number, Field<Object> zero) {
        return number.eq(zero).and(Sql.condition("atan2({0}, -1.0) = atan2({1}, -1.0)", number, zero));
    }

    @Override
    public Field<Object> arithmetic(Operation operation, Field<Object> left, Field<Object> right) {
        return switch (operation) {
            case ADD -> Sql.field("({0} + {1})", left, right);
            case SUBTRACT -> Sql.field("({0} - {1})", left, right);
            case MULTIPLY -> Sql.field("({0} * {1})", left, right);
            case DIVIDE -> Sql.field("quarry_divide_doubles({0}, {1})", left, right);
            case REMAINDER -> Sql.field("mod({0}, {1})", left, right);
            default -> throw new IllegalArgumentException("no arithmetic: " + operation);
        };
    }

    @Override
    public Field<Object> negated(Field<Object> number) {
        return Sql.field("({0} * -1.0)", number);
    }

    /** A double stops at the ends of the range. */
    @Override
    public Field<Object> toInt(Field<Object> number) {
        return Sql.field("max(-2147483648, min(2147483647, ifnull(cast({0} as integer), 0)))", number);
    }

    @Override
    public Field<Object> toLong(Field<Object> number) {
        return Sql.field("ifnull(cast({0} as integer), 0)", number);
    }

    @Override
    public Field<Object> ofInt(Field<Object> number) {
        return number;
    }

    @Override
    public Field<Object> ofLong(Field<Object> number) {
        return Sql.field("cast({0} as real)", number);
    }
}
