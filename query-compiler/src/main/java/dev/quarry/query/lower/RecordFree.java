package dev.quarry.query.lower;

import dev.quarry.query.ir.TypedExpr;

/** Whether no record takes part in an expression, so that it is computed once a call, in the JVM. */
final class RecordFree implements TypedExpr.Visitor<Boolean> {
    private static final RecordFree VISITOR = new RecordFree();

    private RecordFree() {}

    static boolean test(TypedExpr expr) {
        return expr.accept(VISITOR);
    }

    @Override
    public Boolean column(TypedExpr.Column expr) {
        return false;
    }

    @Override
    public Boolean constant(TypedExpr.Constant expr) {
        return true;
    }

    @Override
    public Boolean captured(TypedExpr.Captured expr) {
        return true;
    }

    @Override
    public Boolean staticField(TypedExpr.StaticField expr) {
        return true;
    }

    @Override
    public Boolean instanceField(TypedExpr.InstanceField expr) {
        return true;
    }

    @Override
    public Boolean thrown(TypedExpr.Thrown expr) {
        return true;
    }

    @Override
    public Boolean invoke(TypedExpr.Invoke expr) {
        return expr.operands().stream().allMatch(operand -> operand.accept(this));
    }

    @Override
    public Boolean apply(TypedExpr.Apply expr) {
        return expr.operands().stream().allMatch(operand -> operand.accept(this));
    }

    @Override
    public Boolean orNull(TypedExpr.OrNull expr) {
        return expr.isNull().accept(this) && expr.value().accept(this);
    }

    @Override
    public Boolean erroneous(TypedExpr.Erroneous expr) {
        throw new IllegalArgumentException("a refused expression is not lowered");
    }
}
