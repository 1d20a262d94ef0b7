package dev.quarry.plan;

import java.util.List;
import java.util.Objects;

/**
 * Filters joined by {@code and}, {@code or} and {@code negate}, down to the lambdas themselves. It is flat, since filters that a
 * loop joins are nested as deeply as the loop is long.
 *
 * @param joins how they are joined, in prefix notation: {@link #BOTH}, {@link #EITHER}, {@link #OPPOSITE} and {@link #LAMBDA}
 * @param lambdas the lambda objects from left to right
 */
public record FilterTree(String joins, List<Object> lambdas) {
    /** One of {@link #lambdas()}. */
    public static final char LAMBDA = 'x';
    /** {@code left.and(right)}. */
    public static final char BOTH = '&';
    /** {@code left.or(right)}. */
    public static final char EITHER = '|';
    /** {@code operand.negate()}. */
    public static final char OPPOSITE = '!';

    private static final String ALONE = String.valueOf(LAMBDA);

    public FilterTree {
        Objects.requireNonNull(joins, "joins");
        lambdas = List.copyOf(lambdas);
    }

    /** A lambda alone. */
    public static FilterTree of(Object lambda) {
        return new FilterTree(ALONE, List.of(lambda));
    }
}
