package dev.quarry.plan;

/** Whether a folded node has an outcome for every record: none of its atoms throws for any data. */
final class Totality implements Node.Visitor<Boolean> {
    @Override
    public Boolean and(Node.And node) {
        return node.left().accept(this) && node.right().accept(this);
    }

    @Override
    public Boolean or(Node.Or node) {
        return node.left().accept(this) && node.right().accept(this);
    }

    @Override
    public Boolean not(Node.Not node) {
        return node.operand().accept(this);
    }

    @Override
    public Boolean same(Node.Same node) {
        return node.left().accept(this) && node.right().accept(this);
    }

    @Override
    public Boolean choice(Node.Choice node) {
        return node.condition().accept(this)
                && node.then().accept(this)
                && node.otherwise().accept(this);
    }

    @Override
    public Boolean atom(Node.Atom node) {
        return !node.canThrow();
    }

    @Override
    public Boolean given(Node.Given node) {
        return false;
    }

    @Override
    public Boolean constant(Node.Constant node) {
        return node.outcome() != Node.Outcome.THROWS;
    }
}
