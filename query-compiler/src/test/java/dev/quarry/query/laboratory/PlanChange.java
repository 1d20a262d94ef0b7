package dev.quarry.query.laboratory;

import dev.quarry.plan.BindExpr;
import dev.quarry.plan.BindOperation;
import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.Node;
import dev.quarry.plan.Template;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ways to spoil a plan. */
final class PlanChange implements Node.Visitor<Node> {
    private final UnaryOperator<Node> change;

    private PlanChange(UnaryOperator<Node> change) {
        this.change = change;
    }

    /** Every node changed, from the leaves up. */
    static UnaryOperator<EnginePlan> nodes(UnaryOperator<Node> change) {
        return plan -> new EnginePlan(plan.root().accept(new PlanChange(change)), plan.binds(), plan.tests());
    }

    /** Every atom changed. */
    static UnaryOperator<EnginePlan> atoms(UnaryOperator<Node.Atom> change) {
        return nodes(node -> node instanceof Node.Atom atom ? change.apply(atom) : node);
    }

    /** The SQL of every atom changed. */
    static UnaryOperator<EnginePlan> sql(UnaryOperator<String> change) {
        return atoms(atom -> written(atom, change));
    }

    /** Every call of a function of the engine written as plain SQL. */
    static UnaryOperator<EnginePlan> calls(String function, String pattern) {
        return sql(text -> SqlText.replaceCalls(text, function, SqlText.pattern(pattern)));
    }

    /** What a test on the captured values decides, taken as decided. */
    static UnaryOperator<EnginePlan> decided(BindOperation test, boolean always) {
        return plan -> nodes(node -> node instanceof Node.Given given
                                && plan.tests().get(given.test()) instanceof BindExpr.Call call
                                && call.operation() == test
                        ? always ? given.then() : given.otherwise()
                        : node)
                .apply(plan);
    }

    /** The atom with its SQL changed in all of its forms. */
    static Node.Atom written(Node.Atom atom, UnaryOperator<String> change) {
        return new Node.Atom(
                template(atom.whenTrue(), change),
                template(atom.whenFalse(), change),
                atom.value().map(value -> template(value, change)),
                atom.canThrow());
    }

    private static Template template(Template template, UnaryOperator<String> change) {
        return Template.parse(change.apply(template.toString()));
    }

    /** The atom with the SQL of its negation, and of its value, made from that of its truth. */
    static Node.Atom negated(Node.Atom atom, String whenFalse, String value, boolean canThrow) {
        String whenTrue = atom.whenTrue().toString();
        return new Node.Atom(
                atom.whenTrue(),
                Template.parse(whenFalse.replace("{T}", whenTrue)),
                Optional.of(Template.parse(value.replace("{T}", whenTrue))),
                canThrow);
    }

    /** The node as if none of its atoms could throw. */
    static Node total(Node node) {
        return node.accept(new PlanChange(inner -> inner instanceof Node.Atom atom
                ? new Node.Atom(atom.whenTrue(), atom.whenFalse(), atom.value(), false)
                : inner));
    }

    @Override
    public Node and(Node.And node) {
        return change.apply(new Node.And(node.left().accept(this), node.right().accept(this)));
    }

    @Override
    public Node or(Node.Or node) {
        return change.apply(new Node.Or(node.left().accept(this), node.right().accept(this)));
    }

    @Override
    public Node not(Node.Not node) {
        return change.apply(new Node.Not(node.operand().accept(this)));
    }

    @Override
    public Node same(Node.Same node) {
        return change.apply(new Node.Same(node.left().accept(this), node.right().accept(this)));
    }

    @Override
    public Node choice(Node.Choice node) {
        return change.apply(new Node.Choice(
                node.condition().accept(this),
                node.then().accept(this),
                node.otherwise().accept(this)));
    }

    @Override
    public Node atom(Node.Atom node) {
        return change.apply(node);
    }

    @Override
    public Node given(Node.Given node) {
        return change.apply(new Node.Given(
                node.test(), node.then().accept(this), node.otherwise().accept(this)));
    }

    @Override
    public Node constant(Node.Constant node) {
        return change.apply(node);
    }
}
