package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** {@code condition ? then : otherwise} (JLS 15.25), and {@code if}. */
final class ConditionalRules {
    private final ExpressionChecker checker;

    ConditionalRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    Judged check(Expr.Conditional expr) {
        Judged condition = checker.condition(expr, expr.condition());
        Judged then = checker.where(condition.whenTrue()).result(expr, expr.then());
        Judged otherwise = checker.where(condition.whenFalse()).result(expr, expr.otherwise());
        Joining joining = new Joining(checker, expr.span())
                .box(expr.then(), then.expr())
                .box(expr.otherwise(), otherwise.expr())
                .constant(expr.then(), then.expr())
                .constant(expr.otherwise(), otherwise.expr());
        boolean separate = isOfItsPlace(expr.then()) || isOfItsPlace(expr.otherwise());
        return separate && Joining.mixesNumbers(List.of(then.expr(), otherwise.expr()))
                ? Judged.of(joining.refusedMixture("a choice"))
                : chosen(joining, expr.span(), condition, then, otherwise);
    }

    /** Whether Java gives the expression a type only where it stands, so that a choice of it makes no number (JLS 15.25). */
    private static boolean isOfItsPlace(Expr expr) {
        if (expr instanceof Expr.Conditional choice) {
            return isOfItsPlace(choice.then()) || isOfItsPlace(choice.otherwise());
        }
        return expr instanceof Expr.Switch
                || (expr instanceof Expr.Call call && call.name().startsWith("requireNonNull"));
    }

    Judged check(Expr.Branch expr) {
        Judged condition = ExpressionChecker.condition(checker.environment(), checker.facts(), expr.condition());
        Judged then = checker.where(condition.whenTrue()).result(expr, expr.then());
        Judged otherwise = checker.where(condition.whenFalse()).result(expr, expr.otherwise());
        Joining joining =
                new Joining(checker, expr.span()).box(expr.then(), then.expr()).box(expr.otherwise(), otherwise.expr());
        return Joining.mixesNumbers(List.of(then.expr(), otherwise.expr()))
                ? Judged.of(joining.refusedMixture("a choice"))
                : chosen(joining, expr.span(), condition, then, otherwise);
    }

    private Judged chosen(Joining joining, SourceSpan span, Judged condition, Judged then, Judged otherwise) {
        if (condition.isErroneous() || then.isErroneous() || otherwise.isErroneous()) {
            return ExpressionChecker.erroneous(span);
        }
        TypedExpr joined = joining.join(List.of(condition.expr()), List.of(then.expr(), otherwise.expr()));
        return new Judged(
                joined,
                either(
                        outcome(condition.whenTrue(), then, then.whenTrue(), true),
                        outcome(condition.whenFalse(), otherwise, otherwise.whenTrue(), true)),
                either(
                        outcome(condition.whenTrue(), then, then.whenFalse(), false),
                        outcome(condition.whenFalse(), otherwise, otherwise.whenFalse(), false)));
    }

    /** What holds where one of the two was chosen and has that outcome; empty if it never has. */
    private static Optional<Facts> outcome(Facts chosen, Judged judged, Facts then, boolean outcome) {
        boolean never = judged.expr() instanceof TypedExpr.Thrown
                || (judged.expr() instanceof TypedExpr.Constant constant
                        && constant.value() instanceof Boolean value
                        && value != outcome);
        return never ? Optional.empty() : Optional.of(chosen.and(then));
    }

    private static Facts either(Optional<Facts> one, Optional<Facts> other) {
        if (one.isEmpty()) {
            return other.orElse(Facts.NONE);
        }
        return other.map(one.get()::or).orElse(one.get());
    }
}
