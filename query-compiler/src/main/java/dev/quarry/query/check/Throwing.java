package dev.quarry.query.check;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Types;

/**
 * Whether evaluating an expression may throw, for some record or some captured values. A yes may be too careful, a no is
 * certain.
 */
final class Throwing implements TypedExpr.Visitor<Boolean> {
    private static final Throwing VISITOR = new Throwing();

    private Throwing() {}

    static boolean can(TypedExpr expr) {
        return expr.accept(VISITOR);
    }

    @Override
    public Boolean column(TypedExpr.Column expr) {
        return false;
    }

    @Override
    public Boolean constant(TypedExpr.Constant expr) {
        return false;
    }

    @Override
    public Boolean captured(TypedExpr.Captured expr) {
        return false;
    }

    @Override
    public Boolean staticField(TypedExpr.StaticField expr) {
        return false;
    }

    @Override
    public Boolean instanceField(TypedExpr.InstanceField expr) {
        return false;
    }

    @Override
    public Boolean thrown(TypedExpr.Thrown expr) {
        return true;
    }

    @Override
    public Boolean invoke(TypedExpr.Invoke expr) {
        return expr.function().signature().canThrow()
                || expr.operands().stream().anyMatch(operand -> isNullable(operand) || can(operand));
    }

    @Override
    public Boolean apply(TypedExpr.Apply expr) {
        boolean anyThrows = expr.operands().stream().anyMatch(Throwing::can);
        boolean anyAsksNull = anyThrows || expr.operands().stream().anyMatch(Throwing::isNullable);
        return switch (expr.operation()) {
            case IS_NULL, IDENTICAL, OBJECTS_EQUALS, AND, OR, NOT, SAME, CONDITIONAL, DEFINED -> anyThrows;
            case DIVIDE, REMAINDER -> anyAsksNull || !Types.isFloating(expr.type());
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    NEGATE,
                    BIT_AND,
                    BIT_OR,
                    BIT_XOR,
                    COMPLEMENT,
                    SHIFT_LEFT,
                    SHIFT_RIGHT,
                    SHIFT_RIGHT_UNSIGNED,
                    ABS,
                    MIN,
                    MAX,
                    TO_INT,
                    TO_LONG,
                    TO_DOUBLE,
                    TO_FLOAT,
                    TO_SHORT,
                    TO_BYTE,
                    TO_CHAR,
                    ENUM_NAME,
                    UNBOX,
                    EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    EQUALS,
                    BEFORE,
                    BEFORE_OR_EQUAL,
                    COMPARES_EQUAL,
                    STARTS_WITH,
                    ENDS_WITH,
                    TEXT_CONTAINS,
                    TEXT_IS_EMPTY,
                    LENGTH,
                    CONCAT,
                    IS_EMPTY,
                    SIZE,
                    CONTAINS,
                    CONTAINS_ALL,
                    INDEX_OF,
                    LAST_INDEX_OF,
                    CONTAINS_KEY,
                    CONTAINS_VALUE -> anyAsksNull;
            case ELEMENT_AT, MAP_VALUE -> true;
        };
    }

    /** A component that may be null is guarded by now; what is captured is not, nor is a choice of it. */
    private static boolean isNullable(TypedExpr operand) {
        boolean choice = operand instanceof TypedExpr.Apply apply && apply.operation() == Operation.CONDITIONAL;
        return choice
                ? ((TypedExpr.Apply) operand).operands().stream().skip(1).anyMatch(Throwing::isNullable)
                : Nulls.isCaptured(operand) && !Types.isPrimitive(operand.type());
    }

    @Override
    public Boolean orNull(TypedExpr.OrNull expr) {
        return can(expr.isNull());
    }

    @Override
    public Boolean erroneous(TypedExpr.Erroneous expr) {
        return false;
    }
}
