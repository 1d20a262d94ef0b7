package dev.quarry.plan;

import dev.quarry.plan.function.JavaFunction;
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
     * A constant of the source: {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code Float},
     * {@code Boolean}, {@code Character} or null.
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

    /**
     * A field of a captured object, read when the query is called.
     *
     * @param object gives the object
     * @param className the class that declares the field
     */
    record InstanceField(BindExpr object, String className, String name) implements BindExpr {
        public InstanceField {
            Objects.requireNonNull(object, "object");
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.instanceField(this);
        }
    }

    /** A method of Java on computed values, none of them null: null is what it throws for. */
    record Invoke(JavaFunction function, List<BindExpr> operands) implements BindExpr {
        public Invoke {
            Objects.requireNonNull(function, "function");
            operands = List.copyOf(operands);
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.invoke(this);
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

        R instanceField(InstanceField expr);

        R invoke(Invoke expr);

        R call(Call expr);
    }
}
