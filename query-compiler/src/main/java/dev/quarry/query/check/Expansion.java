package dev.quarry.query.check;

import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.ir.TypedExpr.OrNull;
import java.util.List;

/**
 * How much the values of local variables add to one lambda. A variable that is computed from itself, each time from more than
 * one reading, would double it with every statement. Not thread-safe.
 */
final class Expansion {
    /** Of this many parts the SQL has some hundred thousand characters, which is a tenth of what an engine takes. */
    private static final int MOST_PARTS = 4_000;

    private int parts;

    /** Adds a value that stands where its variable is read; whether all of them still are few enough. */
    boolean add(TypedExpr value) {
        count(value);
        return parts <= MOST_PARTS;
    }

    private void count(TypedExpr expr) {
        parts++;
        for (TypedExpr operand : operands(expr)) {
            if (parts > MOST_PARTS) {
                return;
            }
            count(operand);
        }
    }

    private static List<TypedExpr> operands(TypedExpr expr) {
        if (expr instanceof TypedExpr.Apply apply) {
            return apply.operands();
        }
        if (expr instanceof TypedExpr.Invoke invoke) {
            return invoke.operands();
        }
        return expr instanceof OrNull nullable ? List.of(nullable.isNull(), nullable.value()) : List.of();
    }
}
