package dev.quarry.query.check;

import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;

/** Arithmetic and the comparisons of numbers (JLS 15.17, 15.18, 15.20). */
final class OperatorRules {
    private final ExpressionChecker checker;

    OperatorRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    TypedExpr negate(Expr.Unary expr) {
        TypedExpr operand = checker.value(expr.operand());
        if (operand instanceof TypedExpr.Erroneous) {
            return operand;
        }
        if (!Types.isNumeric(operand.type())) {
            return wrongTypes(expr.span(), "-", operand);
        }
        if (operand instanceof TypedExpr.Constant constant && constant.value() instanceof Double value) {
            return new TypedExpr.Constant(-value, constant.type(), expr.span());
        }
        TypedExpr number = checker.nullness().unboxed(operand);
        return checker.apply(Operation.NEGATE, number.type(), expr.span(), number);
    }

    TypedExpr binary(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        BinaryOperator operator = expr.operator();
        if (operator == BinaryOperator.ADD
                && (Types.is(left.type(), ScalarKind.STRING) || Types.is(right.type(), ScalarKind.STRING))) {
            return concatenation(expr);
        }
        if (!Types.isNumeric(left.type()) || !Types.isNumeric(right.type())) {
            return wrongTypes(expr.span(), operator.symbol(), left, right);
        }
        Type type = Types.promoted(left.type(), right.type());
        TypedExpr a = converted(left, type);
        TypedExpr b = converted(right, type);
        SourceSpan span = expr.span();
        return switch (operator) {
            case LESS -> checker.apply(Operation.LESS, Types.BOOLEAN, span, a, b);
            case LESS_OR_EQUAL -> checker.apply(Operation.LESS_OR_EQUAL, Types.BOOLEAN, span, a, b);
            case GREATER -> checker.apply(Operation.LESS, Types.BOOLEAN, span, b, a);
            case GREATER_OR_EQUAL -> checker.apply(Operation.LESS_OR_EQUAL, Types.BOOLEAN, span, b, a);
            case ADD -> checker.apply(Operation.ADD, type, span, a, b);
            case SUBTRACT -> checker.apply(Operation.SUBTRACT, type, span, a, b);
            case MULTIPLY -> checker.apply(Operation.MULTIPLY, type, span, a, b);
            case DIVIDE -> checker.apply(Operation.DIVIDE, type, span, a, b);
            case REMAINDER -> checker.apply(Operation.REMAINDER, type, span, a, b);
            case AND, OR, EQUAL, NOT_EQUAL -> throw new IllegalArgumentException("has rules of its own: " + operator);
        };
    }

    /** The operand without its box, widened to the type. */
    TypedExpr converted(TypedExpr operand, Type type) {
        TypedExpr number = checker.nullness().unboxed(operand);
        if (number instanceof TypedExpr.Erroneous || number.type().equals(type)) {
            return number;
        }
        Operation widening = type.equals(Types.DOUBLE) ? Operation.TO_DOUBLE : Operation.TO_LONG;
        return new TypedExpr.Apply(widening, List.of(number), type, number.span());
    }

    private TypedExpr concatenation(Expr.Binary expr) {
        checker.environment()
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.NO_TRANSLATION,
                        expr.span(),
                        "text concatenation has no SQL translation",
                        List.of("+ is for numbers here"),
                        List.of("join captured texts before the lambda, and compare each component by itself")));
        return new TypedExpr.Erroneous(expr.span());
    }

    private TypedExpr wrongTypes(SourceSpan span, String symbol, TypedExpr... operands) {
        StringBuilder types = new StringBuilder();
        for (TypedExpr operand : operands) {
            types.append(types.length() == 0 ? "" : " and ")
                    .append(operand.type().displayName());
        }
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                span,
                "'" + symbol + "' is not for " + types,
                "supported: int, long and double; texts and instants compare with compareTo, isBefore and isAfter");
    }
}
