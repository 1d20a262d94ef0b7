package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Numbers in SQLite. Its integers have 64 bits and become doubles when they overflow, so an int is wrapped after each
 * operation and a long is computed by a function where it overflows; its doubles are Java's, with NULL for NaN.
 */
final class SqliteNumbers implements TypedExpr.Visitor<SqlNumber> {
    private static final String WRAPPED = "((({0}) + 2147483648) & 4294967295) - 2147483648";
    /** A text with a character that is two chars in Java; the class runs from U+10000 to U+10FFFF. */
    private static final String LENGTH =
            "case when {0} glob '*[\uD800\uDC00-\uDBFF\uDFFF]*' then quarry_length({0}) else length({0}) end";

    private static final String PLAIN_QUOTIENT = "({0} / {1})";

    private final Binds binds;
    private final BindLowering captured;
    private final SqliteTextValues texts;

    SqliteNumbers(Binds binds, BindLowering captured, SqliteTextValues texts) {
        this.binds = binds;
        this.captured = captured;
        this.texts = texts;
    }

    SqlNumber number(TypedExpr expr) {
        return RecordFree.test(expr) ? bound(expr) : expr.accept(this);
    }

    private SqlNumber bound(TypedExpr expr) {
        BindExpr value = required(expr);
        if (Types.is(expr.type(), ScalarKind.DOUBLE)) {
            Field<Object> field = binds.bind(BindOperation.COMPUTED_DOUBLE, value);
            return new SqlNumber(field, true, false, false, List.of());
        }
        return SqlNumber.simple(binds.bind(value));
    }

    private BindExpr required(TypedExpr expr) {
        BindExpr value = expr.accept(captured);
        return Types.isPrimitive(expr.type()) ? value : BindExpr.Call.of(BindOperation.REQUIRE, value);
    }

    @Override
    public SqlNumber column(TypedExpr.Column expr) {
        Field<Object> column = Sql.column(expr.path().toString());
        if (Types.is(expr.type(), ScalarKind.DOUBLE)) {
            return SqlNumber.real(Sql.field("case typeof({0}) when 'real' then {0} end", column));
        }
        return SqlNumber.simple(column);
    }

    @Override
    public SqlNumber apply(TypedExpr.Apply expr) {
        TypedExpr first = expr.operand(0);
        return switch (expr.operation()) {
            case UNBOX -> number(first);
            case TO_INT -> toInt(first);
            case TO_LONG -> toLong(first);
            case TO_DOUBLE -> toDouble(first);
            case NEGATE -> negated(expr);
            case ADD -> arithmetic(expr, "+", "quarry_add");
            case SUBTRACT -> arithmetic(expr, "-", "quarry_subtract");
            case MULTIPLY -> arithmetic(expr, "*", "quarry_multiply");
            case DIVIDE -> quotient(expr);
            case REMAINDER -> remainder(expr);
            case LENGTH -> length(first);
            case INDEX_OF ->
                SqlNumber.whole(
                        Sql.field("quarry_index_of({0}, {1})", texts.required(first), texts.required(expr.operand(1))),
                        false);
            case SIZE -> size(first);
            case ABS -> absolute(expr);
            case MIN -> extreme(expr, "min");
            case MAX -> extreme(expr, "max");
            case COMPLEMENT, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> bits(expr);
            default -> throw new IllegalArgumentException("not a number: " + expr.operation());
        };
    }

    private SqlNumber length(TypedExpr text) {
        String template = SqliteTextValues.isSimple(text) ? LENGTH : "quarry_length({0})";
        return SqlNumber.whole(Sql.field(template, texts.required(text)), false);
    }

    private static Field<Object> text(TypedExpr expr) {
        return Sql.column(((TypedExpr.Column) expr).path().toString());
    }

    /** Whole numbers are cut to 32 bits; a double stops at the ends of the range, and NaN, which is NULL, is 0. */
    private SqlNumber toInt(TypedExpr operand) {
        SqlNumber number = number(operand);
        if (isDouble(operand)) {
            return fromDouble(number, "max(-2147483648, min(2147483647, ifnull(cast({0} as integer), 0)))");
        }
        String cut = "((({0} & 4294967295) + 2147483648) & 4294967295) - 2147483648";
        return SqlNumber.whole(Sql.field("(" + cut + ")", number.field()), number.canThrow());
    }

    private SqlNumber toLong(TypedExpr operand) {
        SqlNumber number = number(operand);
        return isDouble(operand) ? fromDouble(number, "ifnull(cast({0} as integer), 0)") : number;
    }

    private static SqlNumber fromDouble(SqlNumber number, String template) {
        Field<Object> whole = Sql.field(template, number.field());
        return number.canThrow()
                ? SqlNumber.whole(Sql.field("case when {0} then {1} end", DSL.and(number.defined()), whole), true)
                : SqlNumber.whole(whole, false);
    }

    private SqlNumber absolute(TypedExpr.Apply expr) {
        SqlNumber operand = number(expr.operand(0));
        if (isDouble(expr)) {
            return SqlNumber.real(Sql.field("abs({0})", operand.field()), operand);
        }
        String template = isInt(expr) ? wrapped("abs({0})") : "quarry_abs({0})";
        return SqlNumber.whole(Sql.field(template, operand.field()), operand.canThrow());
    }

    /** SQLite's min and max see no difference between 0.0 and -0.0. */
    private SqlNumber extreme(TypedExpr.Apply expr, String function) {
        SqlNumber left = number(expr.operand(0));
        SqlNumber right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlNumber.real(
                    Sql.field("quarry_" + function + "({0}, {1})", left.field(), right.field()), left, right);
        }
        return SqlNumber.whole(
                Sql.field(function + "({0}, {1})", left.field(), right.field()), left.canThrow() || right.canThrow());
    }

    private SqlNumber bits(TypedExpr.Apply expr) {
        SqlNumber left = number(expr.operand(0));
        if (expr.operation() == Operation.COMPLEMENT) {
            return SqlNumber.whole(Sql.field("(~{0})", left.field()), left.canThrow());
        }
        SqlNumber right = number(expr.operand(1));
        return SqlNumber.whole(
                Sql.field(bitTemplate(expr), left.field(), right.field()), left.canThrow() || right.canThrow());
    }

    /** Java takes the last five bits of an int's shift count, six of a long's. */
    private static String bitTemplate(TypedExpr.Apply expr) {
        boolean narrow = isInt(expr);
        String count = narrow ? "({1} & 31)" : "({1} & 63)";
        return switch (expr.operation()) {
            case BIT_AND -> "({0} & {1})";
            case BIT_OR -> "({0} | {1})";
            case BIT_XOR -> "quarry_xor({0}, {1})";
            case SHIFT_LEFT -> narrow ? wrapped("{0} << " + count) : "({0} << " + count + ")";
            case SHIFT_RIGHT -> "({0} >> " + count + ")";
            default -> narrow ? wrapped("({0} & 4294967295) >> " + count) : "quarry_shift_unsigned({0}, " + count + ")";
        };
    }

    private static SqlNumber size(TypedExpr expr) {
        String template =
                expr.type() instanceof Type.MapOf ? "(select count(*) from json_each({0}))" : "json_array_length({0})";
        return SqlNumber.whole(Sql.field(template, text(expr)), false);
    }

    /** An int is exact as a double and SQLite mixes the two by itself; a long is rounded. */
    private SqlNumber toDouble(TypedExpr operand) {
        SqlNumber number = number(operand);
        return Types.is(operand.type(), ScalarKind.INT)
                ? number.widened(number.field())
                : number.widened(Sql.field("cast({0} as real)", number.field()));
    }

    private SqlNumber negated(TypedExpr.Apply expr) {
        SqlNumber operand = number(expr.operand(0));
        if (isDouble(expr)) {
            return SqlNumber.real(Sql.field("({0} * -1.0)", operand.field()), operand);
        }
        String template = isInt(expr) ? wrapped("-({0})") : "quarry_subtract(0, {0})";
        return SqlNumber.whole(Sql.field(template, operand.field()), operand.canThrow());
    }

    private SqlNumber arithmetic(TypedExpr.Apply expr, String operator, String function) {
        SqlNumber left = number(expr.operand(0));
        SqlNumber right = number(expr.operand(1));
        String plain = "({0} " + operator + " {1})";
        if (isDouble(expr)) {
            return SqlNumber.real(Sql.field(plain, left.field(), right.field()), left, right);
        }
        boolean canThrow = left.canThrow() || right.canThrow();
        return SqlNumber.whole(
                Sql.field(wholeTemplate(expr, left, right, plain, function), left.field(), right.field()), canThrow);
    }

    private static String wholeTemplate(
            TypedExpr.Apply expr, SqlNumber left, SqlNumber right, String plain, String function) {
        if (isInt(expr)) {
            return wrapped(plain);
        }
        String call = function + "({0}, {1})";
        return left.simple() && right.simple()
                ? "case typeof" + plain + " when 'integer' then " + plain + " else " + call + " end"
                : call;
    }

    private SqlNumber quotient(TypedExpr.Apply expr) {
        SqlNumber left = number(expr.operand(0));
        SqlNumber right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlNumber.real(Sql.field("quarry_divide({0}, {1})", left.field(), right.field()), left, right);
        }
        Divisor divisor = Divisor.of(expr.operand(1));
        boolean canThrow = left.canThrow() || right.canThrow() || divisor == Divisor.UNKNOWN;
        String template = isInt(expr) ? wrapped(PLAIN_QUOTIENT) : longQuotient(left, right, divisor);
        return SqlNumber.whole(Sql.field(template, left.field(), right.field()), canThrow);
    }

    /** Only the smallest long divided by -1 overflows. */
    private static String longQuotient(SqlNumber left, SqlNumber right, Divisor divisor) {
        if (divisor == Divisor.HARMLESS) {
            return PLAIN_QUOTIENT;
        }
        return left.simple() && right.simple()
                ? "case when {1} = -1 then quarry_subtract(0, {0}) else " + PLAIN_QUOTIENT + " end"
                : "quarry_quotient({0}, {1})";
    }

    private SqlNumber remainder(TypedExpr.Apply expr) {
        SqlNumber left = number(expr.operand(0));
        SqlNumber right = number(expr.operand(1));
        if (isDouble(expr)) {
            return SqlNumber.real(Sql.field("mod({0}, {1})", left.field(), right.field()), left, right);
        }
        boolean canThrow = left.canThrow() || right.canThrow() || Divisor.of(expr.operand(1)) == Divisor.UNKNOWN;
        return SqlNumber.whole(Sql.field("({0} % {1})", left.field(), right.field()), canThrow);
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
        return Types.is(expr.type(), ScalarKind.DOUBLE);
    }

    @Override
    public SqlNumber constant(TypedExpr.Constant expr) {
        return bound(expr);
    }

    @Override
    public SqlNumber captured(TypedExpr.Captured expr) {
        return bound(expr);
    }

    @Override
    public SqlNumber staticField(TypedExpr.StaticField expr) {
        return bound(expr);
    }

    @Override
    public SqlNumber instanceField(TypedExpr.InstanceField expr) {
        return bound(expr);
    }

    @Override
    public SqlNumber thrown(TypedExpr.Thrown expr) {
        return bound(expr);
    }

    @Override
    public SqlNumber invoke(TypedExpr.Invoke expr) {
        throw new IllegalArgumentException("not yet: " + expr.function());
    }

    @Override
    public SqlNumber erroneous(TypedExpr.Erroneous expr) {
        throw new IllegalArgumentException("a refused expression is not lowered");
    }
}
