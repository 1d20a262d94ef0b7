package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.NumberFunction;
import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * {@code a.compareTo(b)} next to 0, the only use of it that has a meaning beyond its sign, and {@code a.signum()} next to 0,
 * which is {@code a.compareTo(BigDecimal.ZERO)}.
 */
final class CompareToRules {
    private static final Set<ScalarKind> UNORDERED = EnumSet.of(ScalarKind.BYTES, ScalarKind.PASSWORD);

    private final ExpressionChecker checker;

    CompareToRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** The comparison, if one side is a call of compareTo and the other is 0. */
    Optional<Judged> check(Expr.Binary expr) {
        if (isSignum(expr.left()) && isZero(expr.right())) {
            return sign((Expr.Call) expr.left(), expr.operator(), expr.span());
        }
        if (isZero(expr.left()) && isSignum(expr.right())) {
            return sign((Expr.Call) expr.right(), mirrored(expr.operator()), expr.span());
        }
        if (isCompareTo(expr.left()) && isZero(expr.right())) {
            return Optional.of(check((Expr.Call) expr.left(), expr.operator(), expr.span()));
        }
        if (isZero(expr.left()) && isCompareTo(expr.right())) {
            return Optional.of(check((Expr.Call) expr.right(), mirrored(expr.operator()), expr.span()));
        }
        return Optional.empty();
    }

    private static boolean isCompareTo(Expr expr) {
        return expr instanceof Expr.Call call
                && call.name().equals("compareTo")
                && call.target().isPresent()
                && call.arguments().size() == 1;
    }

    private static boolean isSignum(Expr expr) {
        return expr instanceof Expr.Call call
                && call.name().equals("signum")
                && call.target().isPresent()
                && call.arguments().isEmpty();
    }

    private static boolean isZero(Expr expr) {
        return expr instanceof Expr.Literal literal && Integer.valueOf(0).equals(literal.value());
    }

    private static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    private Judged check(Expr.Call call, BinaryOperator operator, SourceSpan span) {
        TypedExpr left = checker.value(call.target().orElseThrow());
        TypedExpr right = checker.value(call.arguments().get(0));
        if (left instanceof TypedExpr.Erroneous || right instanceof TypedExpr.Erroneous) {
            return ExpressionChecker.erroneous(span);
        }
        if (!hasOrder(left.type()) || !Types.sameValues(left.type(), right.type())) {
            return Judged.of(checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "'compareTo' of " + left.type().displayName() + " and "
                            + right.type().displayName() + " has no SQL translation",
                    "supported: compareTo between two Strings, two boxes of one type, two UUIDs, two"
                            + " BigDecimals, or two values of one type of time",
                    "compare values of one of these types, or test the record in the program with DB.scan"));
        }
        return Judged.of(compared(call, operator, span, left, right));
    }

    private Optional<Judged> sign(Expr.Call call, BinaryOperator operator, SourceSpan span) {
        TypedExpr decimal = checker.value(call.target().orElseThrow());
        if (decimal instanceof TypedExpr.Erroneous) {
            return Optional.of(ExpressionChecker.erroneous(span));
        }
        if (!Types.is(decimal.type(), ScalarKind.BIG_DECIMAL)) {
            return Optional.empty();
        }
        TypedExpr zero = new TypedExpr.StaticField("java.math.BigDecimal", "ZERO", decimal.type(), call.nameSpan());
        return Optional.of(Judged.of(compared(call, operator, span, decimal, zero)));
    }

    private TypedExpr compared(
            Expr.Call call, BinaryOperator operator, SourceSpan span, TypedExpr left, TypedExpr right) {
        TypedExpr a = value(left);
        TypedExpr b = value(right);
        if (isCondition(a)) {
            return ofBoth(span, a, outcome -> compared(call, operator, span, outcome, b));
        }
        if (isCondition(b)) {
            return ofBoth(span, b, outcome -> compared(call, operator, span, a, outcome));
        }
        Optional<JavaFunction> compare = Types.kind(left.type()).flatMap(CompareToRules::function);
        if (compare.isPresent()) {
            return signOf(compare.get(), operator, span, a, b);
        }
        return switch (operator) {
            case LESS -> test(Operation.BEFORE, span, a, b);
            case LESS_OR_EQUAL -> test(Operation.BEFORE_OR_EQUAL, span, a, b);
            case GREATER -> not(test(Operation.BEFORE_OR_EQUAL, span, a, b), span);
            case GREATER_OR_EQUAL -> not(test(Operation.BEFORE, span, a, b), span);
            case EQUAL -> test(Operation.COMPARES_EQUAL, span, a, b);
            case NOT_EQUAL -> not(test(Operation.COMPARES_EQUAL, span, a, b), span);
            default -> arithmetic(call, span);
        };
    }

    private static boolean isCondition(TypedExpr expr) {
        return Types.isBoolean(expr.type())
                && (expr instanceof TypedExpr.Apply || expr instanceof TypedExpr.Invoke)
                && ReadsRecord.test(expr);
    }

    /** A condition is no value in SQL, so both of its outcomes are compared. */
    private TypedExpr ofBoth(SourceSpan span, TypedExpr condition, UnaryOperator<TypedExpr> comparison) {
        return checker.apply(
                Operation.CONDITIONAL,
                Types.BOOLEAN,
                span,
                condition,
                comparison.apply(Nulls.truth(true, span)),
                comparison.apply(Nulls.truth(false, span)));
    }

    private static boolean hasOrder(Type type) {
        return Types.kind(type).filter(kind -> !UNORDERED.contains(kind)).isPresent();
    }

    /** What orders values that no engine has in Java's order. */
    private static Optional<JavaFunction> function(ScalarKind kind) {
        return switch (kind) {
            case DOUBLE -> Optional.of(NumberFunction.DOUBLE_COMPARE);
            case FLOAT -> Optional.of(NumberFunction.FLOAT_COMPARE);
            case UUID -> Optional.of(NumberFunction.COMPARE_UUIDS);
            default -> Optional.empty();
        };
    }

    private TypedExpr signOf(JavaFunction compare, BinaryOperator operator, SourceSpan span, TypedExpr a, TypedExpr b) {
        TypedExpr sign = new FunctionRules(checker).call(compare, span, List.of(a, b));
        TypedExpr zero = new TypedExpr.Constant(0, Types.INT, span);
        return switch (operator) {
            case LESS -> test(Operation.LESS, span, sign, zero);
            case LESS_OR_EQUAL -> test(Operation.LESS_OR_EQUAL, span, sign, zero);
            case GREATER -> test(Operation.LESS, span, zero, sign);
            case GREATER_OR_EQUAL -> test(Operation.LESS_OR_EQUAL, span, zero, sign);
            case EQUAL -> test(Operation.EQUAL, span, sign, zero);
            case NOT_EQUAL -> not(test(Operation.EQUAL, span, sign, zero), span);
            default ->
                checker.refuse(
                        DiagnosticCode.NO_TRANSLATION,
                        span,
                        "the result of 'compareTo' means nothing but its sign",
                        "compare it with 0: a.compareTo(b) < 0");
        };
    }

    private TypedExpr value(TypedExpr operand) {
        return Types.isBoxed(operand.type())
                ? checker.nullness().unboxed(operand)
                : checker.nullness().required(operand);
    }

    private TypedExpr test(Operation operation, SourceSpan span, TypedExpr a, TypedExpr b) {
        return checker.apply(operation, Types.BOOLEAN, span, a, b);
    }

    private TypedExpr not(TypedExpr test, SourceSpan span) {
        return test instanceof TypedExpr.Erroneous
                ? test
                : new TypedExpr.Apply(Operation.NOT, List.of(test), Types.BOOLEAN, span);
    }

    private TypedExpr arithmetic(Expr.Call call, SourceSpan span) {
        checker.refuse(
                DiagnosticCode.NO_TRANSLATION,
                call.nameSpan(),
                "the result of 'compareTo' means nothing but its sign",
                "compare it with 0: a.compareTo(b) < 0");
        return new TypedExpr.Erroneous(span);
    }
}
