package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;

/** Whether an expression is made of what only the lambda knows: its parameter, by its name, or a variable inside of it. */
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

    @Override
    public Boolean local(Expr.Local expr) {
        return true;
    }

    @Override
    public Boolean let(Expr.Let expr) {
        return expr.value().accept(this) || expr.body().accept(this);
    }

    @Override
    public Boolean branch(Expr.Branch expr) {
        return expr.condition().accept(this)
                || expr.then().accept(this)
                || expr.otherwise().accept(this);
    }

    @Override
    public Boolean switchOf(Expr.Switch expr) {
        return expr.selector().accept(this)
                || expr.cases().stream().anyMatch(one -> one.result().accept(this))
                || expr.otherwise().stream().anyMatch(result -> result.accept(this));
    }

    @Override
    public Boolean thrown(Expr.Throw expr) {
        return false;
    }

    @Override
    public Boolean creation(Expr.Creation expr) {
        return false;
    }

    @Override
    public Boolean lambda(Expr.Lambda expr) {
        return expr.body().accept(this);
    }

    @Override
    public Boolean methodReference(Expr.MethodReference expr) {
        return expr.scope().accept(this);
    }
}
