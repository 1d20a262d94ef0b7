package dev.quarry.query.ir;

import dev.quarry.query.source.SourceSpan;
import java.util.List;

/** Expressions without the places they stand at, so that two are equal if they say the same. */
public final class Spanless implements TypedExpr.Visitor<TypedExpr> {
    private static final Spanless VISITOR = new Spanless();
    private static final SourceSpan NOWHERE = new SourceSpan(0, 0);

    private Spanless() {}

    /** The expression; what is known of a component at its place is not part of it either. */
    public static TypedExpr of(TypedExpr expr) {
        return expr.accept(VISITOR);
    }

    @Override
    public TypedExpr column(TypedExpr.Column expr) {
        return new TypedExpr.Column(expr.path(), expr.type(), true, NOWHERE);
    }

    @Override
    public TypedExpr constant(TypedExpr.Constant expr) {
        return expr.at(NOWHERE);
    }

    @Override
    public TypedExpr captured(TypedExpr.Captured expr) {
        return expr.at(NOWHERE);
    }

    @Override
    public TypedExpr staticField(TypedExpr.StaticField expr) {
        return expr.at(NOWHERE);
    }

    @Override
    public TypedExpr instanceField(TypedExpr.InstanceField expr) {
        return expr.at(NOWHERE);
    }

    @Override
    public TypedExpr thrown(TypedExpr.Thrown expr) {
        return expr.at(NOWHERE);
    }

    @Override
    public TypedExpr invoke(TypedExpr.Invoke expr) {
        return new TypedExpr.Invoke(expr.function(), all(expr.operands()), expr.type(), NOWHERE);
    }

    @Override
    public TypedExpr apply(TypedExpr.Apply expr) {
        return new TypedExpr.Apply(expr.operation(), all(expr.operands()), expr.type(), NOWHERE);
    }

    @Override
    public TypedExpr orNull(TypedExpr.OrNull expr) {
        return new TypedExpr.OrNull(expr.isNull().accept(this), expr.value().accept(this), expr.type(), NOWHERE);
    }

    @Override
    public TypedExpr erroneous(TypedExpr.Erroneous expr) {
        return expr.at(NOWHERE);
    }

    private List<TypedExpr> all(List<TypedExpr> exprs) {
        return exprs.stream().map(expr -> expr.accept(this)).toList();
    }
}
