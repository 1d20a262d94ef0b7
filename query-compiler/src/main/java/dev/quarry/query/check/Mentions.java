package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;

/** Whether a name occurs in an expression. */
record Mentions(String name) implements Expr.Visitor<Boolean> {
    @Override
    public Boolean literal(Expr.Literal expr) {
        return false;
    }

    @Override
    public Boolean name(Expr.Name expr) {
        return expr.name().equals(name);
    }

    @Override
    public Boolean select(Expr.Select expr) {
        return expr.target().accept(this);
    }

    @Override
    public Boolean call(Expr.Call expr) {
        return expr.target().stream().anyMatch(target -> target.accept(this))
                || expr.arguments().stream().anyMatch(argument -> argument.accept(this));
    }

    @Override
    public Boolean unary(Expr.Unary expr) {
        return expr.operand().accept(this);
    }

    @Override
    public Boolean binary(Expr.Binary expr) {
        return expr.left().accept(this) || expr.right().accept(this);
    }

    @Override
    public Boolean conditional(Expr.Conditional expr) {
        return expr.condition().accept(this)
                || expr.then().accept(this)
                || expr.otherwise().accept(this);
    }

    @Override
    public Boolean cast(Expr.Cast expr) {
        return expr.operand().accept(this);
    }
}
