package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;

/** {@code condition ? then : otherwise} (JLS 15.25). */
final class ConditionalRules {
    private final ExpressionChecker checker;

    ConditionalRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    TypedExpr check(Expr.Conditional expr) {
        Judged condition = checker.condition(expr.condition());
        ExpressionChecker whenTrue = checker.where(condition.whenTrue());
        ExpressionChecker whenFalse = checker.where(condition.whenFalse());
        TypedExpr then = whenTrue.value(expr.then());
        TypedExpr otherwise = whenFalse.value(expr.otherwise());
        boolean erroneous = condition.isErroneous()
                || then instanceof TypedExpr.Erroneous
                || otherwise instanceof TypedExpr.Erroneous;
        return erroneous
                ? new TypedExpr.Erroneous(expr.span())
                : joined(expr.span(), condition.expr(), then, otherwise);
    }

    /** {@code condition ? then : otherwise} with its operands checked. */
    TypedExpr joined(SourceSpan span, TypedExpr condition, TypedExpr then, TypedExpr otherwise) {
        if (Types.isNumeric(then.type()) && Types.isNumeric(otherwise.type())) {
            if (Types.isBoxed(then.type()) && Types.isBoxed(otherwise.type())) {
                return refused(span, then, otherwise);
            }
            Type type = Types.promoted(then.type(), otherwise.type());
            OperatorRules operators = new OperatorRules(checker);
            return checker.apply(
                    Operation.CONDITIONAL,
                    type,
                    span,
                    condition,
                    operators.converted(then, type),
                    operators.converted(otherwise, type));
        }
        if (Types.isBoolean(then.type()) && Types.isBoolean(otherwise.type())) {
            Nullness nullness = checker.nullness();
            return checker.apply(
                    Operation.CONDITIONAL,
                    Types.BOOLEAN,
                    span,
                    condition,
                    nullness.unboxed(then),
                    nullness.unboxed(otherwise));
        }
        boolean single = then.type() instanceof Type.Scalar || then.type() instanceof Type.EnumType;
        if (single && then.type().equals(otherwise.type())) {
            Nullness nullness = checker.nullness();
            return checker.apply(
                    Operation.CONDITIONAL,
                    then.type(),
                    span,
                    condition,
                    nullness.required(then),
                    nullness.required(otherwise));
        }
        return refused(span, then, otherwise);
    }

    private TypedExpr refused(SourceSpan span, TypedExpr then, TypedExpr otherwise) {
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                span,
                "?: between " + Types.withArticle(then.type()) + " and " + Types.withArticle(otherwise.type())
                        + " has no SQL translation",
                "supported: two numbers of which one is a primitive, two booleans, two single values of one type");
    }
}
