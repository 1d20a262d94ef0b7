package dev.quarry.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * A boolean of the lambda, as far as SQL is concerned: atoms that are SQL, joined by Java's short-circuit operators.
 *
 * <p>An expression of Java has three outcomes: true, false, or an exception. Each node can be written as the SQL that holds
 * exactly when the outcome is true, as the SQL that holds exactly when it is false, and as a value that is TRUE, FALSE or NULL.
 * {@link PredicateSql} does that, once for each shape of the binds.
 */
public sealed interface Node {

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** {@code left && right}. */
    record And(Node left, Node right) implements Node {
        public And {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** {@code left || right}. */
    record Or(Node left, Node right) implements Node {
        public Or {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** {@code !operand}. */
    record Not(Node operand) implements Node {
        public Not {
            Objects.requireNonNull(operand, "operand");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code left == right} between booleans: both sides are always evaluated. */
    record Same(Node left, Node right) implements Node {
        public Same {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.same(this);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Choice(Node condition, Node then, Node otherwise) implements Node {
        public Choice {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(then, "then");
            Objects.requireNonNull(otherwise, "otherwise");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * A comparison or test in SQL.
     *
     * @param whenTrue SQL that holds exactly when the outcome is true
     * @param whenFalse SQL that holds exactly when the outcome is false
     * @param value SQL that is TRUE, FALSE, or NULL when Java throws; absent when {@code whenTrue} is that already
     * @param canThrow whether some record's data makes Java throw; a bind that cannot be computed is known only at the call
     */
    record Atom(Template whenTrue, Template whenFalse, Optional<Template> value, boolean canThrow) implements Node {
        public Atom {
            Objects.requireNonNull(whenTrue, "whenTrue");
            Objects.requireNonNull(whenFalse, "whenFalse");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atom(this);
        }
    }

    /**
     * A choice made before any SQL is written, from the captured values alone.
     *
     * @param test index into {@link EnginePlan#tests()}; where computing it throws, so does this node
     */
    record Given(int test, Node then, Node otherwise) implements Node {
        public Given {
            Objects.requireNonNull(then, "then");
            Objects.requireNonNull(otherwise, "otherwise");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.given(this);
        }
    }

    /** An outcome known without any record. */
    record Constant(Outcome outcome) implements Node {
        public Constant {
            Objects.requireNonNull(outcome, "outcome");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** What evaluating a boolean expression of Java can come to. */
    enum Outcome {
        TRUE,
        FALSE,
        THROWS
    }

    /** One method for each case, so that a new kind of node does not compile until every use handles it. */
    interface Visitor<R> {
        R and(And node);

        R or(Or node);

        R not(Not node);

        R same(Same node);

        R choice(Choice node);

        R atom(Atom node);

        R given(Given node);

        R constant(Constant node);
    }
}
