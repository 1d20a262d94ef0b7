package dev.quarry.query.check;

import dev.quarry.query.ir.TypedExpr;
import java.util.List;

/** Whether a record takes part in an expression; if none does, its value is known when the query is called. */
final class ReadsRecord {
    private ReadsRecord() {}

    static boolean test(TypedExpr expr) {
        if (expr instanceof TypedExpr.Apply apply) {
            return any(apply.operands());
        }
        if (expr instanceof TypedExpr.Invoke invoke) {
            return any(invoke.operands());
        }
        return expr instanceof TypedExpr.OrNull nullable
                ? any(List.of(nullable.isNull(), nullable.value()))
                : expr instanceof TypedExpr.Column;
    }

    private static boolean any(List<TypedExpr> exprs) {
        return exprs.stream().anyMatch(ReadsRecord::test);
    }
}
