package dev.quarry.query.lower;

import dev.quarry.plan.ConstantExpression;
import dev.quarry.query.ir.TypedExpr;
import java.util.List;
import java.util.Optional;

/** Computes operations on constants with the very code that computes captured values when a query is called. */
public final class ConstantValues {
    private ConstantValues() {}

    /** The value of an expression of constants alone; empty if computing it throws. */
    public static Optional<Object> of(TypedExpr expr) {
        return ConstantExpression.value(expr.accept(new BindLowering(List.of())));
    }
}
