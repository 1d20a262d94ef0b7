package dev.quarry.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a bound value is computed from what the lambda captured: the part of a lambda that no record takes part in, evaluated
 * in the JVM when the query is called.
 */
public sealed interface BindExpr {

    /** Calls the visitor's method for this case. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** The captured value at that index of the serialized lambda. */
    record Capture(int index) implements BindExpr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.capture(this);
        }
    }

    /**
     * A constant of the source: {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code Boolean},
     * {@code Character} or null.
     */
    record Constant(@Nullable Object value) implements BindExpr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A static final field, enum constants included, read when the query is called. */
    record StaticField(String className, String name) implements BindExpr {
        public StaticField {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.staticField(this);
        }
    }

    /** An operation on computed values; operands are evaluated left to right, as Java does. */
    record Call(BindOperation operation, List<BindExpr> operands) implements BindExpr {
        public Call {
            Objects.requireNonNull(operation, "operation");
            operands = List.copyOf(operands);
        }

        /** A call on the given operands. */
        public static Call of(BindOperation operation, BindExpr... operands) {
            return new Call(operation, List.of(operands));
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** One method for each case. */
    interface Visitor<R extends @Nullable Object> {
        R capture(Capture expr);

        R constant(Constant expr);

        R staticField(StaticField expr);

        R call(Call expr);
    }
}
