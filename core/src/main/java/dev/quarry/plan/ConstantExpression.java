package dev.quarry.plan;

import dev.quarry.error.InvalidText;
import java.util.Optional;

/** Computes what is known without any captured value, as javac does for constant expressions (JLS 15.29). */
public final class ConstantExpression {
    private static final Object[] NO_CAPTURES = {};

    private ConstantExpression() {}

    /**
     * The value of an expression that captures nothing and reads no field; empty if it is null or computing it throws.
     */
    public static Optional<Object> value(BindExpr expr) {
        try {
            Object value = expr.accept(new Computation(NO_CAPTURES, new MentionedFields(ConstantExpression.class)));
            return value == Computation.POISON ? Optional.empty() : Optional.ofNullable(value);
        } catch (InvalidText e) {
            // a literal that no store can hold is an error of the query
            return Optional.empty();
        }
    }
}
