package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import java.util.List;

/** The methods of {@link java.util.Objects} that have rules of their own. */
final class ObjectsRules {
    private final ExpressionChecker checker;

    ObjectsRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    Judged call(Expr.Call call) {
        TypedExpr first = checker.value(call.arguments().get(0));
        if (first instanceof TypedExpr.Erroneous) {
            return ExpressionChecker.erroneous(call.span());
        }
        EqualityRules equality = new EqualityRules(checker);
        return switch (call.name()) {
            case "equals" ->
                Judged.of(equality.objectsEquals(
                        call, first, checker.value(call.arguments().get(1))));
            case "isNull" -> equality.isNull(first, call.span());
            case "nonNull" -> nonNull(equality.isNull(first, call.span()), call.span());
            case "requireNonNull" -> Judged.of(required(first, call.span()));
            case "requireNonNullElse" -> Judged.of(orElse(call, first));
            case "requireNonNullElseGet" -> Judged.of(orElseGet(call, first));
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private static Judged nonNull(Judged isNull, SourceSpan span) {
        return isNull.isErroneous() ? isNull : isNull.negated(TypedExpr.test(Operation.NOT, span, isNull.expr()));
    }

    /** The value; null throws. */
    private TypedExpr required(TypedExpr reference, SourceSpan span) {
        if (reference.type() instanceof Type.OptionalOf) {
            return reference.at(span);
        }
        TypedExpr value = Nulls.value(reference);
        return checker.apply(
                Operation.CONDITIONAL,
                value.type(),
                span,
                Nulls.isNull(reference),
                new TypedExpr.Thrown(value.type(), span),
                value);
    }

    /** The other value is computed whether it is needed or not, and where it is it must not be null. */
    private TypedExpr orElse(Expr.Call call, TypedExpr first) {
        TypedExpr other = checker.value(call.arguments().get(1));
        TypedExpr joined = chosen(call.span(), first, other);
        return joined instanceof TypedExpr.Erroneous ? joined : Sequence.of(other, joined);
    }

    private TypedExpr orElseGet(Expr.Call call, TypedExpr first) {
        LambdaRules lambdas = new LambdaRules(checker);
        Expr supplier = call.arguments().get(1);
        TypedExpr joined = chosen(call.span(), first, lambdas.supplied(supplier).expr());
        return joined instanceof TypedExpr.Erroneous ? joined : lambdas.once(supplier, joined);
    }

    private TypedExpr chosen(SourceSpan span, TypedExpr first, TypedExpr other) {
        if (other instanceof TypedExpr.Erroneous || first.type() instanceof Type.OptionalOf) {
            return other instanceof TypedExpr.Erroneous ? other : first.at(span);
        }
        if (Joining.mixesNumbers(List.of(first, other))) {
            return new Joining(checker, span).refusedMixture("a choice");
        }
        TypedExpr present = required(other, other.span());
        return new Joining(checker, span).join(List.of(Nulls.isNull(first)), List.of(present, Nulls.value(first)));
    }
}
