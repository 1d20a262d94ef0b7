package dev.quarry.query.lower;

import dev.quarry.plan.function.NumberFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Numbers inside expressions. The whole ones of engines have 64 bits, so an int is wrapped after each operation; a double is
 * NULL where it is not a number.
 */
final class Numbers implements TypedExpr.Visitor<SqlValue> {
    private static final String WRAPPED = "(((({0}) + 2147483648) & 4294967295) - 2147483648)";

    private static final String CUT_TO_INT = "(((({0} & 4294967295) + 2147483648) & 4294967295) - 2147483648)";

    private final Values values;
    private final TextWords texts;
    private final CollectionWords collections;
    private final WholeWords wholes;
    private final RealWords reals;

    Numbers(Values values, Words words) {
        this.values = values;
        this.texts = words.texts();
        this.collections = words.collections();
        this.wholes = words.wholes();
        this.reals = words.reals();
    }

    SqlValue number(TypedExpr expr) {
        try {
            return RecordFree.test(expr) ? values.bound(expr) : expr.accept(this);
        } catch (NoForm e) {
            throw e.at(expr);
        }
    }

    @Override
    public SqlValue column(TypedExpr.Column expr) {
        return values.column(expr);
    }

    @Override
    public SqlValue apply(TypedExpr.Apply expr) {
        TypedExpr first = expr.operand(0);
        return switch (expr.operation()) {
            case UNBOX -> number(first);
            case TO_INT -> toInt(first);
            case TO_LONG -> toLong(first);
            case TO_SHORT -> cut(first, 16);
            case TO_BYTE -> cut(first, 8);
            case TO_CHAR -> masked(first);
            case TO_FLOAT -> toFloat(first);
            case TO_DOUBLE -> toDouble(first);
            case NEGATE -> negated(expr);
            case ADD -> rounded(expr, arithmetic(expr, WholeWords.Arithmetic.SUM));
            case SUBTRACT -> rounded(expr, arithmetic(expr, WholeWords.Arithmetic.DIFFERENCE));
            case MULTIPLY -> rounded(expr, arithmetic(expr, WholeWords.Arithmetic.PRODUCT));
            case DIVIDE -> rounded(expr, quotient(expr));
            case REMAINDER -> remainder(expr);
            case LENGTH -> length(first);
            case SIZE -> size(first);
            case INDEX_OF, LAST_INDEX_OF -> values.elements().index(expr);
            case ELEMENT_AT, MAP_VALUE -> values.value(expr);
            case ABS -> absolute(expr);
            case MIN, MAX -> extreme(expr);
            case COMPLEMENT, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> bits(expr);
            default -> throw new IllegalArgumentException("not a number: " + expr.operation());
        };
    }

    /**
     * One operation on floats is exact if it is done in double and rounded after: a double has more than twice the digits of a
     * float, and two more. What has no more digits than its operands needs no rounding.
     */
    private SqlValue rounded(TypedExpr.Apply expr, SqlValue value) {
        return Types.is(expr.type(), ScalarKind.FLOAT)
                ? SqlValue.real(values.call(NumberFunction.TO_FLOAT, value.field()), value)
                : value;
    }

    private SqlValue length(TypedExpr text) {
        SqlValue value = values.text(text);
        return SqlValue.computed(texts.length(value), value.canThrow());
    }

    /** Whole numbers are cut to 32 bits; a double stops at the ends of the range, and NaN, which is NULL, is 0. */
    private SqlValue toInt(TypedExpr operand) {
        SqlValue number = number(operand);
        if (isDouble(operand)) {
            return fromDouble(number, reals.toInt(number.field()));
        }
        if (!Types.is(operand.type(), ScalarKind.LONG)) {
            return number;
        }
        return SqlValue.computed(Sql.field(CUT_TO_INT, number.field()), number.canThrow());
    }

    /** The last bits of a whole number, the first of which is its sign. */
    private SqlValue cut(TypedExpr operand, int bits) {
        SqlValue number = number(operand);
        long all = (1L << bits) - 1;
        long half = 1L << (bits - 1);
        String template = "(((({0} & " + all + ") + " + half + ") & " + all + ") - " + half + ")";
        return SqlValue.computed(Sql.field(template, number.field()), number.canThrow());
    }

    private SqlValue masked(TypedExpr operand) {
        SqlValue number = number(operand);
        return SqlValue.computed(Sql.field("({0} & 65535)", number.field()), number.canThrow());
    }

    /** A whole number is rounded once, not by way of a double. */
    private SqlValue toFloat(TypedExpr operand) {
        SqlValue number = number(operand);
        NumberFunction function = isDouble(operand) ? NumberFunction.TO_FLOAT : NumberFunction.LONG_TO_FLOAT;
        return SqlValue.real(values.call(function, number.field()), number);
    }

    private SqlValue toLong(TypedExpr operand) {
        SqlValue number = number(operand);
        return isDouble(operand) ? fromDouble(number, reals.toLong(number.field())) : number;
    }

    private static SqlValue fromDouble(SqlValue number, Field<Object> whole) {
        return number.canThrow()
                ? SqlValue.computed(Sql.field("case when {0} then {1} end", DSL.and(number.definedness()), whole), true)
                : SqlValue.computed(whole, false);
    }

    private SqlValue absolute(TypedExpr.Apply expr) {
        SqlValue operand = number(expr.operand(0));
        if (isDouble(expr)) {
            return SqlValue.real(Sql.field("abs({0})", operand.field()), operand);
        }
        Field<Object> absolute = isInt(expr)
                ? wrapped(Sql.field("abs({0})", operand.field()))
                : values.call(NumberFunction.ABS_LONG, operand.field());
        return SqlValue.computed(absolute, operand.canThrow());
    }

    /** No engine's own words see a difference between 0.0 and -0.0. */
    private SqlValue extreme(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        boolean least = expr.operation() == Operation.MIN;
        if (isDouble(expr)) {
            NumberFunction function = least ? NumberFunction.MIN_DOUBLES : NumberFunction.MAX_DOUBLES;
            return SqlValue.real(values.call(function, left.field(), right.field()), left, right);
        }
        return SqlValue.computed(
                least ? wholes.least(left.field(), right.field()) : wholes.greatest(left.field(), right.field()),
                left.canThrow() || right.canThrow());
    }

    private SqlValue bits(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        if (expr.operation() == Operation.COMPLEMENT) {
            return SqlValue.computed(Sql.field("(~{0})", left.field()), left.canThrow());
        }
        SqlValue right = number(expr.operand(1));
        return SqlValue.computed(bits(expr, left.field(), right.field()), left.canThrow() || right.canThrow());
    }

    /** Java takes the last five bits of an int's shift count, six of a long's. */
    private Field<Object> bits(TypedExpr.Apply expr, Field<Object> left, Field<Object> right) {
        boolean narrow = isInt(expr);
        Field<Object> count = Sql.field(narrow ? "({0} & 31)" : "({0} & 63)", right);
        return switch (expr.operation()) {
            case BIT_AND -> Sql.field("({0} & {1})", left, right);
            case BIT_OR -> Sql.field("({0} | {1})", left, right);
            case BIT_XOR -> wholes.exclusiveOr(left, right);
            case SHIFT_LEFT -> narrow ? wrapped(wholes.shiftedLeft(left, count)) : wholes.shiftedLeft(left, count);
            case SHIFT_RIGHT -> wholes.shiftedRight(left, count);
            default ->
                narrow
                        ? wrapped(wholes.shiftedRight(Sql.field("({0} & 4294967295)", left), count))
                        : values.call(NumberFunction.SHIFT_LONG_UNSIGNED, left, count);
        };
    }

    private SqlValue size(TypedExpr expr) {
        return SqlValue.computed(collections.size(expr.type(), values.collection(expr)), false);
    }

    /** An int is exact as a double; a long is rounded. */
    private SqlValue toDouble(TypedExpr operand) {
        SqlValue number = number(operand);
        if (Types.is(operand.type(), ScalarKind.FLOAT)) {
            return number;
        }
        return number.widened(
                Types.is(operand.type(), ScalarKind.LONG) ? reals.ofLong(number.field()) : reals.ofInt(number.field()));
    }

    private SqlValue negated(TypedExpr.Apply expr) {
        SqlValue operand = number(expr.operand(0));
        if (isDouble(expr)) {
            return SqlValue.real(reals.negated(operand.field()), operand);
        }
        Field<Object> negated =
                isInt(expr) ? wrapped(Sql.field("-({0})", operand.field())) : negatedLong(operand.field());
        return SqlValue.computed(negated, operand.canThrow());
    }

    private Field<Object> negatedLong(Field<Object> number) {
        return values.call(NumberFunction.SUBTRACT_LONGS, Sql.field("0"), number);
    }

    private SqlValue arithmetic(TypedExpr.Apply expr, WholeWords.Arithmetic operation) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlValue.real(reals.arithmetic(expr.operation(), left.field(), right.field()), left, right);
        }
        // the product of two ints fits into 64 bits, and so do their sum and difference
        Field<Object> result = isInt(expr)
                ? wrapped(Sql.field("({0} " + operation.operator() + " {1})", left.field(), right.field()))
                : wholes.wrapping(operation, left, right);
        return SqlValue.computed(result, left.canThrow() || right.canThrow());
    }

    private SqlValue quotient(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlValue.real(reals.arithmetic(expr.operation(), left.field(), right.field()), left, right);
        }
        Divisor divisor = Divisor.of(expr.operand(1));
        boolean canThrow = left.canThrow() || right.canThrow() || divisor == Divisor.UNKNOWN;
        Field<Object> quotient = isInt(expr)
                ? wrapped(wholes.quotient(left.field(), right.field()))
                : longQuotient(left, right, divisor);
        return SqlValue.computed(quotient, canThrow);
    }

    /** Only the smallest long divided by -1 overflows. */
    private Field<Object> longQuotient(SqlValue left, SqlValue right, Divisor divisor) {
        Field<Object> a = left.field();
        Field<Object> b = right.field();
        if (divisor == Divisor.HARMLESS) {
            return wholes.quotient(a, b);
        }
        return left.isSimple() && right.isSimple()
                ? Sql.field("case when {0} = -1 then {1} else {2} end", b, negatedLong(a), wholes.quotient(a, b))
                : values.call(NumberFunction.DIVIDE_LONGS, a, b);
    }

    private SqlValue remainder(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlValue.real(reals.arithmetic(expr.operation(), left.field(), right.field()), left, right);
        }
        boolean canThrow = left.canThrow() || right.canThrow() || Divisor.of(expr.operand(1)) == Divisor.UNKNOWN;
        return SqlValue.computed(wholes.remainder(left.field(), right.field()), canThrow);
    }

    /** What the source says of a divisor. */
    private enum Divisor {
        /** It may be zero. */
        UNKNOWN,
        /** It is -1. */
        MINUS_ONE,
        /** It is another constant. */
        HARMLESS;

        static Divisor of(TypedExpr expr) {
            if (expr instanceof TypedExpr.Apply widened && widened.operation() == Operation.TO_LONG) {
                return of(widened.operand(0));
            }
            if (expr instanceof TypedExpr.Constant constant && constant.value() instanceof Number number) {
                long value = number.longValue();
                return value == 0 ? UNKNOWN : value == -1 ? MINUS_ONE : HARMLESS;
            }
            return UNKNOWN;
        }
    }

    private static Field<Object> wrapped(Field<Object> number) {
        return Sql.field(WRAPPED, number);
    }

    private static boolean isInt(TypedExpr expr) {
        return Types.is(expr.type(), ScalarKind.INT);
    }

    private static boolean isDouble(TypedExpr expr) {
        return Types.isFloating(expr.type());
    }

    @Override
    public SqlValue constant(TypedExpr.Constant expr) {
        return values.bound(expr);
    }

    @Override
    public SqlValue captured(TypedExpr.Captured expr) {
        return values.bound(expr);
    }

    @Override
    public SqlValue staticField(TypedExpr.StaticField expr) {
        return values.bound(expr);
    }

    @Override
    public SqlValue instanceField(TypedExpr.InstanceField expr) {
        return values.bound(expr);
    }

    @Override
    public SqlValue thrown(TypedExpr.Thrown expr) {
        return values.bound(expr);
    }

    @Override
    public SqlValue invoke(TypedExpr.Invoke expr) {
        return values.invoked(expr);
    }

    @Override
    public SqlValue orNull(TypedExpr.OrNull expr) {
        throw new IllegalArgumentException("a reference that may be null is taken apart before: " + expr);
    }

    @Override
    public SqlValue erroneous(TypedExpr.Erroneous expr) {
        throw new IllegalArgumentException("a refused expression is not lowered");
    }
}
