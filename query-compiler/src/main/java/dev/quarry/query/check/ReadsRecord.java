package dev.quarry.query.check;

import dev.quarry.query.ir.TypedExpr;

/** Whether a record takes part in an expression; if none does, its value is known when the query is called. */
final class ReadsRecord {
    private ReadsRecord() {}

    static boolean test(TypedExpr expr) {
        return expr instanceof TypedExpr.Column || expr.operands().stream().anyMatch(ReadsRecord::test);
    }
}
