package dev.quarry.query.lower;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.query.ir.TypedExpr;
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
    public BindExpr apply(TypedExpr.Apply expr) {
        List<BindExpr> operands =
                expr.operands().stream().map(operand -> operand.accept(this)).toList();
        return switch (expr.operation()) {
            case ADD -> new BindExpr.Call(BindOperation.ADD, operands);
            case SUBTRACT -> new BindExpr.Call(BindOperation.SUBTRACT, operands);
            case MULTIPLY -> new BindExpr.Call(BindOperation.MULTIPLY, operands);
            case DIVIDE -> new BindExpr.Call(BindOperation.DIVIDE, operands);
            case REMAINDER -> new BindExpr.Call(BindOperation.REMAINDER, operands);
            case NEGATE -> new BindExpr.Call(BindOperation.NEGATE, operands);
            case TO_LONG -> new BindExpr.Call(BindOperation.TO_LONG, operands);
            case TO_DOUBLE -> new BindExpr.Call(BindOperation.TO_DOUBLE, operands);
            case UNBOX -> new BindExpr.Call(BindOperation.REQUIRE, operands);
            case EQUAL, SAME -> new BindExpr.Call(BindOperation.EQUAL, operands);
            case LESS -> new BindExpr.Call(BindOperation.LESS, operands);
            case LESS_OR_EQUAL -> new BindExpr.Call(BindOperation.LESS_OR_EQUAL, operands);
            case AND -> new BindExpr.Call(BindOperation.AND, operands);
            case OR -> new BindExpr.Call(BindOperation.OR, operands);
            case NOT -> new BindExpr.Call(BindOperation.NOT, operands);
            case IS_NULL -> new BindExpr.Call(BindOperation.IS_NULL, operands);
            case IDENTICAL -> new BindExpr.Call(BindOperation.IDENTICAL, operands);
            case EQUALS -> new BindExpr.Call(BindOperation.EQUALS, operands);
            case OBJECTS_EQUALS -> new BindExpr.Call(BindOperation.OBJECTS_EQUALS, operands);
            case BEFORE -> sign(BindOperation.LESS, operands);
            case BEFORE_OR_EQUAL -> sign(BindOperation.LESS_OR_EQUAL, operands);
            case COMPARES_EQUAL -> sign(BindOperation.EQUAL, operands);
            case STARTS_WITH -> new BindExpr.Call(BindOperation.STARTS_WITH, operands);
            case ENDS_WITH -> new BindExpr.Call(BindOperation.ENDS_WITH, operands);
            case TEXT_CONTAINS -> new BindExpr.Call(BindOperation.TEXT_CONTAINS, operands);
            case TEXT_IS_EMPTY, IS_EMPTY -> new BindExpr.Call(BindOperation.IS_EMPTY, operands);
            case LENGTH -> new BindExpr.Call(BindOperation.LENGTH, operands);
            case SIZE -> new BindExpr.Call(BindOperation.SIZE, operands);
            case CONTAINS -> new BindExpr.Call(BindOperation.CONTAINS, operands);
        };
    }

    private static BindExpr sign(BindOperation comparison, List<BindExpr> operands) {
        return BindExpr.Call.of(comparison, new BindExpr.Call(BindOperation.COMPARE_TO, operands), ZERO);
    }

    @Override
    public BindExpr erroneous(TypedExpr.Erroneous expr) {
        throw new IllegalArgumentException("a refused expression is not lowered");
    }
}
