package dev.quarry.plan;

import java.util.ArrayList;
import java.util.List;

/** Joins the trees of several lambdas into one, with the binds of each behind those of the ones before it. */
final class Composition {
    private final List<LeafState> leaves;
    private int nextLeaf;
    private int firstBind;

    Composition(List<LeafState> leaves) {
        this.leaves = leaves;
    }

    /** The folded tree of the whole filter; its leaves are taken from left to right. */
    Node compose(FilterTree tree) {
        if (tree instanceof FilterTree.Both both) {
            Node left = compose(both.left());
            return Folding.and(left, compose(both.right()));
        }
        if (tree instanceof FilterTree.Either either) {
            Node left = compose(either.left());
            return Folding.or(left, compose(either.right()));
        }
        if (tree instanceof FilterTree.Opposite opposite) {
            return Folding.not(compose(opposite.operand()));
        }
        LeafState leaf = leaves.get(nextLeaf++);
        Node folded = leaf.root().accept(new Folding(leaf));
        int shift = firstBind;
        firstBind += leaf.values().length;
        return shift == 0 ? folded : folded.accept(new Shift(shift));
    }

    /** Moves the bind indexes of a folded tree. */
    private record Shift(int by) implements Node.Visitor<Node> {
        @Override
        public Node and(Node.And node) {
            return new Node.And(node.left().accept(this), node.right().accept(this));
        }

        @Override
        public Node or(Node.Or node) {
            return new Node.Or(node.left().accept(this), node.right().accept(this));
        }

        @Override
        public Node not(Node.Not node) {
            return new Node.Not(node.operand().accept(this));
        }

        @Override
        public Node same(Node.Same node) {
            return new Node.Same(node.left().accept(this), node.right().accept(this));
        }

        @Override
        public Node choice(Node.Choice node) {
            return new Node.Choice(
                    node.condition().accept(this),
                    node.then().accept(this),
                    node.otherwise().accept(this));
        }

        @Override
        public Node atom(Node.Atom node) {
            return new Node.Atom(
                    shifted(node.whenTrue()),
                    shifted(node.whenFalse()),
                    node.value().map(this::shifted),
                    node.canThrow());
        }

        @Override
        public Node given(Node.Given node) {
            throw new AssertionError("folding removes " + node);
        }

        @Override
        public Node constant(Node.Constant node) {
            return node;
        }

        private Template shifted(Template template) {
            List<Template.Segment> segments = new ArrayList<>();
            for (Template.Segment segment : template.segments()) {
                segments.add(
                        segment instanceof Template.BindRef bind ? new Template.BindRef(bind.index() + by) : segment);
            }
            return new Template(segments);
        }
    }
}
