package dev.quarry.plan;

import dev.quarry.plan.Node.Outcome;

/**
 * Simplifies a node by what the captured values decide: choices are made, atoms whose binds cannot be computed throw, and
 * what follows from that is worked out. The outcome for every record stays the same.
 */
final class Folding implements Node.Visitor<Node> {
    private static final Node TRUE = new Node.Constant(Outcome.TRUE);
    private static final Node FALSE = new Node.Constant(Outcome.FALSE);
    private static final Node THROWS = new Node.Constant(Outcome.THROWS);
    private static final Totality TOTALITY = new Totality();

    private final LeafState state;

    Folding(LeafState state) {
        this.state = state;
    }

    /** {@code left && right} of folded operands. */
    static Node and(Node left, Node right) {
        if (left.equals(FALSE) || left.equals(THROWS)) {
            return left;
        }
        if (left.equals(TRUE)) {
            return right;
        }
        if (right.equals(TRUE)) {
            return left;
        }
        return right.equals(FALSE) && left.accept(TOTALITY) ? right : new Node.And(left, right);
    }

    /** {@code left || right} of folded operands. */
    static Node or(Node left, Node right) {
        if (left.equals(TRUE) || left.equals(THROWS)) {
            return left;
        }
        if (left.equals(FALSE)) {
            return right;
        }
        if (right.equals(FALSE)) {
            return left;
        }
        return right.equals(TRUE) && left.accept(TOTALITY) ? right : new Node.Or(left, right);
    }

    /** {@code !operand} of a folded operand. */
    static Node not(Node operand) {
        if (operand instanceof Node.Constant constant) {
            return switch (constant.outcome()) {
                case TRUE -> FALSE;
                case FALSE -> TRUE;
                case THROWS -> THROWS;
            };
        }
        return operand instanceof Node.Not not ? not.operand() : new Node.Not(operand);
    }

    private static Node same(Node left, Node right) {
        if (left.equals(THROWS) || right.equals(THROWS)) {
            return THROWS;
        }
        if (left instanceof Node.Constant) {
            return left.equals(TRUE) ? right : not(right);
        }
        if (right instanceof Node.Constant) {
            return right.equals(TRUE) ? left : not(left);
        }
        return new Node.Same(left, right);
    }

    @Override
    public Node and(Node.And node) {
        return and(node.left().accept(this), node.right().accept(this));
    }

    @Override
    public Node or(Node.Or node) {
        return or(node.left().accept(this), node.right().accept(this));
    }

    @Override
    public Node not(Node.Not node) {
        return not(node.operand().accept(this));
    }

    @Override
    public Node same(Node.Same node) {
        return same(node.left().accept(this), node.right().accept(this));
    }

    @Override
    public Node choice(Node.Choice node) {
        Node condition = node.condition().accept(this);
        Node then = node.then().accept(this);
        Node otherwise = node.otherwise().accept(this);
        if (condition instanceof Node.Constant constant) {
            return switch (constant.outcome()) {
                case TRUE -> then;
                case FALSE -> otherwise;
                case THROWS -> THROWS;
            };
        }
        return then.equals(otherwise) && condition.accept(TOTALITY)
                ? then
                : new Node.Choice(condition, then, otherwise);
    }

    @Override
    public Node atom(Node.Atom node) {
        return state.canBind(node) ? node : THROWS;
    }

    @Override
    public Node given(Node.Given node) {
        return switch (state.test(node.test())) {
            case TRUE -> node.then().accept(this);
            case FALSE -> node.otherwise().accept(this);
            case THROWS -> THROWS;
        };
    }

    @Override
    public Node constant(Node.Constant node) {
        return node;
    }
}
