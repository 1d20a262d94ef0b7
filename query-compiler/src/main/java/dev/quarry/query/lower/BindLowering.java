package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.rewrite.Captures;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;

/** Turns expressions in which no record takes part into what the JVM computes when the query is called. */
final class BindLowering implements TypedExpr.Visitor<BindExpr> {
    private static final BindExpr ZERO = new BindExpr.Constant(0);

    private final List<String> captures;

    /**
     * A lowering for one lambda.
     *
     * @param captures the captured variables; a capture is its index here until the class file tells the real one
     */
    BindLowering(List<String> captures) {
        this.captures = captures;
    }

    @Override
    public BindExpr column(TypedExpr.Column expr) {
        throw new IllegalArgumentException("a record takes part: " + expr);
    }

    @Override
    public BindExpr constant(TypedExpr.Constant expr) {
        return new BindExpr.Constant(expr.value());
    }

    @Override
    public BindExpr captured(TypedExpr.Captured expr) {
        return new BindExpr.Capture(captures.indexOf(expr.name()));
    }

    @Override
    public BindExpr staticField(TypedExpr.StaticField expr) {
        return new BindExpr.StaticField(expr.className(), expr.name());
    }

    @Override
    public BindExpr instanceField(TypedExpr.InstanceField expr) {
        BindExpr object = new BindExpr.Capture(captures.indexOf(Captures.THIS));
        return new BindExpr.InstanceField(object, expr.className(), expr.name());
    }

    @Override
    public BindExpr thrown(TypedExpr.Thrown expr) {
        return BindExpr.Call.of(BindOperation.REQUIRE, new BindExpr.Constant(null));
    }

    @Override
    public BindExpr invoke(TypedExpr.Invoke expr) {
        return new BindExpr.Invoke(
                expr.function(),
                expr.operands().stream().map(operand -> operand.accept(this)).toList());
    }

    @Override
    public BindExpr apply(TypedExpr.Apply expr) {
        List<BindExpr> operands =
                expr.operands().stream().map(operand -> operand.accept(this)).toList();
        boolean compared = expr.operation() == Operation.EQUAL
                || expr.operation() == Operation.LESS
                || expr.operation() == Operation.LESS_OR_EQUAL;
        if (compared && Types.is(expr.operand(0).type(), ScalarKind.FLOAT)) {
            operands = operands.stream().map(BindLowering::widened).toList();
        }
        return switch (expr.operation()) {
            case BEFORE -> sign(BindOperation.LESS, operands);
            case BEFORE_OR_EQUAL -> sign(BindOperation.LESS_OR_EQUAL, operands);
            case COMPARES_EQUAL -> sign(BindOperation.EQUAL, operands);
            case DEFINED -> defined(operands.get(0));
            default -> new BindExpr.Call(operation(expr.operation()), operands);
        };
    }

    /** True, once the operand has been computed. */
    private static BindExpr defined(BindExpr operand) {
        return BindExpr.Call.of(
                BindOperation.OR, BindExpr.Call.of(BindOperation.IS_NULL, operand), new BindExpr.Constant(true));
    }

    /** A float is exact as a double, and compares alike. */
    private static BindExpr widened(BindExpr number) {
        return BindExpr.Call.of(BindOperation.TO_DOUBLE, number);
    }

    /** The operations of the two languages that have different names; the others share theirs. */
    private static BindOperation operation(Operation operation) {
        return switch (operation) {
            case UNBOX -> BindOperation.REQUIRE;
            case SAME -> BindOperation.EQUAL;
            case CONDITIONAL -> BindOperation.CHOOSE;
            case TEXT_IS_EMPTY -> BindOperation.IS_EMPTY;
            default -> BindOperation.valueOf(operation.name());
        };
    }

    private static BindExpr sign(BindOperation comparison, List<BindExpr> operands) {
        return BindExpr.Call.of(comparison, new BindExpr.Call(BindOperation.COMPARE_TO, operands), ZERO);
    }

    @Override
    public BindExpr orNull(TypedExpr.OrNull expr) {
        throw new IllegalArgumentException("a reference that may be null is taken apart before: " + expr);
    }

    @Override
    public BindExpr erroneous(TypedExpr.Erroneous expr) {
        throw new IllegalArgumentException("a refused expression is not lowered");
    }
}
