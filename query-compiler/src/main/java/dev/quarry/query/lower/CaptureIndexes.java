package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.EnginePlan;
import java.util.List;

/** Replaces the provisional indexes of captures by those of the implementing method's parameters. */
public final class CaptureIndexes implements BindExpr.Visitor<BindExpr> {
    private final List<Integer> actual;

    private CaptureIndexes(List<Integer> actual) {
        this.actual = actual;
    }

    /** The plan with the capture at each place {@code i} read from {@code actual.get(i)}. */
    public static EnginePlan replace(EnginePlan plan, List<Integer> actual) {
        CaptureIndexes indexes = new CaptureIndexes(actual);
        return new EnginePlan(plan.root(), indexes.all(plan.binds()), indexes.all(plan.tests()));
    }

    private List<BindExpr> all(List<BindExpr> exprs) {
        return exprs.stream().map(expr -> expr.accept(this)).toList();
    }

    @Override
    public BindExpr capture(BindExpr.Capture expr) {
        return new BindExpr.Capture(actual.get(expr.index()));
    }

    @Override
    public BindExpr constant(BindExpr.Constant expr) {
        return expr;
    }

    @Override
    public BindExpr staticField(BindExpr.StaticField expr) {
        return expr;
    }

    @Override
    public BindExpr instanceField(BindExpr.InstanceField expr) {
        return new BindExpr.InstanceField(expr.object().accept(this), expr.className(), expr.name());
    }

    @Override
    public BindExpr invoke(BindExpr.Invoke expr) {
        return new BindExpr.Invoke(expr.function(), all(expr.operands()));
    }

    @Override
    public BindExpr call(BindExpr.Call expr) {
        return new BindExpr.Call(expr.operation(), all(expr.operands()));
    }
}
