package dev.quarry.query.lower;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Numbers in SQLite. Its integers have 64 bits and become doubles when they overflow, so an int is wrapped after each
 * operation and a long is computed by a function where it overflows; its doubles are Java's, with NULL for NaN.
 */
final class SqliteNumbers implements TypedExpr.Visitor<SqlValue> {
    private static final String WRAPPED = "((({0}) + 2147483648) & 4294967295) - 2147483648";
    /** A text with a character that is two chars in Java; the class runs from U+10000 to U+10FFFF. */
    private static final String LENGTH =
            "case when {0} glob '*[\uD800\uDC00-\uDBFF\uDFFF]*' then quarry_length({0}) else length({0}) end";

    private static final String PLAIN_QUOTIENT = "({0} / {1})";

    private final SqliteValues values;

    SqliteNumbers(SqliteValues values) {
        this.values = values;
    }

    SqlValue number(TypedExpr expr) {
        return RecordFree.test(expr) ? values.bound(expr) : expr.accept(this);
    }

    @Override
    public SqlValue column(TypedExpr.Column expr) {
        return values.value(expr);
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
            case ADD -> arithmetic(expr, "+", "quarry_add_longs");
            case SUBTRACT -> arithmetic(expr, "-", "quarry_subtract_longs");
            case MULTIPLY -> arithmetic(expr, "*", "quarry_multiply_longs");
            case DIVIDE -> quotient(expr);
            case REMAINDER -> remainder(expr);
            case LENGTH -> length(first);
            case SIZE -> size(first);
            case ABS -> absolute(expr);
            case MIN -> extreme(expr, "min");
            case MAX -> extreme(expr, "max");
            case COMPLEMENT, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> bits(expr);
            default -> throw new IllegalArgumentException("not a number: " + expr.operation());
        };
    }

    private SqlValue length(TypedExpr text) {
        SqlValue value = values.text(text);
        String template = value.isSimple() ? LENGTH : "quarry_length({0})";
        return SqlValue.computed(Sql.field(template, value.field()), value.canThrow());
    }

    /** Whole numbers are cut to 32 bits; a double stops at the ends of the range, and NaN, which is NULL, is 0. */
    private SqlValue toInt(TypedExpr operand) {
        SqlValue number = number(operand);
        if (isDouble(operand)) {
            return fromDouble(number, "max(-2147483648, min(2147483647, ifnull(cast({0} as integer), 0)))");
        }
        if (!Types.is(operand.type(), ScalarKind.LONG)) {
            return number;
        }
        String cut = "((({0} & 4294967295) + 2147483648) & 4294967295) - 2147483648";
        return SqlValue.computed(Sql.field("(" + cut + ")", number.field()), number.canThrow());
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
        String function = Types.isFloating(operand.type()) ? "quarry_to_float({0})" : "quarry_long_to_float({0})";
        return SqlValue.real(Sql.field(function, number.field()), number);
    }

    private SqlValue toLong(TypedExpr operand) {
        SqlValue number = number(operand);
        return isDouble(operand) ? fromDouble(number, "ifnull(cast({0} as integer), 0)") : number;
    }

    private static SqlValue fromDouble(SqlValue number, String template) {
        Field<Object> whole = Sql.field(template, number.field());
        return number.canThrow()
                ? SqlValue.computed(Sql.field("case when {0} then {1} end", DSL.and(number.definedness()), whole), true)
                : SqlValue.computed(whole, false);
    }

    private SqlValue absolute(TypedExpr.Apply expr) {
        SqlValue operand = number(expr.operand(0));
        if (isDouble(expr)) {
            return SqlValue.real(Sql.field("abs({0})", operand.field()), operand);
        }
        String template = isInt(expr) ? wrapped("abs({0})") : "quarry_abs_long({0})";
        return SqlValue.computed(Sql.field(template, operand.field()), operand.canThrow());
    }

    /** SQLite's min and max see no difference between 0.0 and -0.0. */
    private SqlValue extreme(TypedExpr.Apply expr, String function) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlValue.real(
                    Sql.field("quarry_" + function + "_doubles({0}, {1})", left.field(), right.field()), left, right);
        }
        return SqlValue.computed(
                Sql.field(function + "({0}, {1})", left.field(), right.field()), left.canThrow() || right.canThrow());
    }

    private SqlValue bits(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        if (expr.operation() == Operation.COMPLEMENT) {
            return SqlValue.computed(Sql.field("(~{0})", left.field()), left.canThrow());
        }
        SqlValue right = number(expr.operand(1));
        return SqlValue.computed(
                Sql.field(bitTemplate(expr), left.field(), right.field()), left.canThrow() || right.canThrow());
    }

    /** Java takes the last five bits of an int's shift count, six of a long's. */
    private static String bitTemplate(TypedExpr.Apply expr) {
        boolean narrow = isInt(expr);
        String count = narrow ? "({1} & 31)" : "({1} & 63)";
        return switch (expr.operation()) {
            case BIT_AND -> "({0} & {1})";
            case BIT_OR -> "({0} | {1})";
            case BIT_XOR -> "quarry_xor_longs({0}, {1})";
            case SHIFT_LEFT -> narrow ? wrapped("{0} << " + count) : "({0} << " + count + ")";
            case SHIFT_RIGHT -> "({0} >> " + count + ")";
            default ->
                narrow ? wrapped("({0} & 4294967295) >> " + count) : "quarry_shift_long_unsigned({0}, " + count + ")";
        };
    }

    private SqlValue size(TypedExpr expr) {
        String template =
                expr.type() instanceof Type.MapOf ? "(select count(*) from json_each({0}))" : "json_array_length({0})";
        return SqlValue.computed(Sql.field(template, values.collection(expr)), false);
    }

    /** An int is exact as a double and SQLite mixes the two by itself; a long is rounded. */
    private SqlValue toDouble(TypedExpr operand) {
        SqlValue number = number(operand);
        if (Types.is(operand.type(), ScalarKind.FLOAT)) {
            return number;
        }
        return !Types.is(operand.type(), ScalarKind.LONG)
                ? number.widened(number.field())
                : number.widened(Sql.field("cast({0} as real)", number.field()));
    }

    private SqlValue negated(TypedExpr.Apply expr) {
        SqlValue operand = number(expr.operand(0));
        if (isDouble(expr)) {
            return SqlValue.real(Sql.field("({0} * -1.0)", operand.field()), operand);
        }
        String template = isInt(expr) ? wrapped("-({0})") : "quarry_subtract_longs(0, {0})";
        return SqlValue.computed(Sql.field(template, operand.field()), operand.canThrow());
    }

    private SqlValue arithmetic(TypedExpr.Apply expr, String operator, String function) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        String plain = "({0} " + operator + " {1})";
        if (isDouble(expr)) {
            return SqlValue.real(Sql.field(plain, left.field(), right.field()), left, right);
        }
        boolean canThrow = left.canThrow() || right.canThrow();
        return SqlValue.computed(
                Sql.field(wholeTemplate(expr, left, right, plain, function), left.field(), right.field()), canThrow);
    }

    private static String wholeTemplate(
            TypedExpr.Apply expr, SqlValue left, SqlValue right, String plain, String function) {
        if (isInt(expr)) {
            return wrapped(plain);
        }
        String call = function + "({0}, {1})";
        return left.isSimple() && right.isSimple()
                ? "case typeof" + plain + " when 'integer' then " + plain + " else " + call + " end"
                : call;
    }

    private SqlValue quotient(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlValue.real(
                    Sql.field("quarry_divide_doubles({0}, {1})", left.field(), right.field()), left, right);
        }
        Divisor divisor = Divisor.of(expr.operand(1));
        boolean canThrow = left.canThrow() || right.canThrow() || divisor == Divisor.UNKNOWN;
        String template = isInt(expr) ? wrapped(PLAIN_QUOTIENT) : longQuotient(left, right, divisor);
        return SqlValue.computed(Sql.field(template, left.field(), right.field()), canThrow);
    }

    /** Only the smallest long divided by -1 overflows. */
    private static String longQuotient(SqlValue left, SqlValue right, Divisor divisor) {
        if (divisor == Divisor.HARMLESS) {
            return PLAIN_QUOTIENT;
        }
        return left.isSimple() && right.isSimple()
                ? "case when {1} = -1 then quarry_subtract_longs(0, {0}) else " + PLAIN_QUOTIENT + " end"
                : "quarry_divide_longs({0}, {1})";
    }

    private SqlValue remainder(TypedExpr.Apply expr) {
        SqlValue left = number(expr.operand(0));
        SqlValue right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlValue.real(Sql.field("mod({0}, {1})", left.field(), right.field()), left, right);
        }
        boolean canThrow = left.canThrow() || right.canThrow() || Divisor.of(expr.operand(1)) == Divisor.UNKNOWN;
        return SqlValue.computed(Sql.field("({0} % {1})", left.field(), right.field()), canThrow);
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

    private static String wrapped(String template) {
        return "(" + WRAPPED.replace("{0}", template) + ")";
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
    public SqlValue erroneous(TypedExpr.Erroneous expr) {
        throw new IllegalArgumentException("a refused expression is not lowered");
    }
}
