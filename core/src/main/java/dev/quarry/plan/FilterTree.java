package dev.quarry.plan;

import java.util.Objects;

/** Filters joined by {@code and}, {@code or} and {@code negate}, down to the lambdas themselves. */
public sealed interface FilterTree {

    /** One lambda object. */
    record Leaf(Object lambda) implements FilterTree {
        public Leaf {
            Objects.requireNonNull(lambda, "lambda");
        }
    }

    /** {@code left.and(right)}. */
    record Both(FilterTree left, FilterTree right) implements FilterTree {}

    /** {@code left.or(right)}. */
    record Either(FilterTree left, FilterTree right) implements FilterTree {}

    /** {@code operand.negate()}. */
    record Opposite(FilterTree operand) implements FilterTree {}
}
