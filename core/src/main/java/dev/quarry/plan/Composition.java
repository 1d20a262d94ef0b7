package dev.quarry.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Joins the trees of several lambdas into one, with the binds of each behind those of the ones before it. */
final class Composition {
    private final List<LeafState> leaves;

    Composition(List<LeafState> leaves) {
        this.leaves = leaves;
    }

    /**
     * The folded tree of the whole filter.
     *
     * @param joins how the leaves are joined, as {@link FilterTree} has it
     * @throws dev.quarry.error.FilterTooLarge if they are nested too deeply
     */
    Node compose(String joins) {
        Deque<Node> nodes = new ArrayDeque<>();
        Iterator<Node> fromTheLast = folded().descendingIterator();
        String regrouped = Regrouping.of(joins, leaves.size());
        for (int i = regrouped.length() - 1; i >= 0; i--) {
            nodes.push(
                    switch (regrouped.charAt(i)) {
                        case FilterTree.BOTH -> Folding.and(nodes.pop(), nodes.pop());
                        case FilterTree.EITHER -> Folding.or(nodes.pop(), nodes.pop());
                        case FilterTree.OPPOSITE -> Folding.not(nodes.pop());
                        default -> fromTheLast.next();
                    });
        }
        return nodes.pop();
    }

    private Deque<Node> folded() {
        Deque<Node> nodes = new ArrayDeque<>(leaves.size());
        int firstBind = 0;
        for (LeafState leaf : leaves) {
            Node folded = leaf.root().accept(new Folding(leaf));
            nodes.add(firstBind == 0 ? folded : folded.accept(new Shift(firstBind)));
            firstBind += leaf.values().length;
        }
        return nodes;
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
