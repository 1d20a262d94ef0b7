package dev.quarry.query.check;

import dev.quarry.query.ir.TypedExpr;

/**
 * An expression with its type, and, if it is a boolean, what its outcome tells.
 *
 * @param expr the expression
 * @param whenTrue what holds where it is true
 * @param whenFalse what holds where it is false
 */
record Judged(TypedExpr expr, Facts whenTrue, Facts whenFalse) {
    static Judged of(TypedExpr expr) {
        return new Judged(expr, Facts.NONE, Facts.NONE);
    }

    Judged negated(TypedExpr negation) {
        return new Judged(negation, whenFalse, whenTrue);
    }

    boolean isErroneous() {
        return expr instanceof TypedExpr.Erroneous;
    }
}
