package dev.quarry.query.ast;

import dev.quarry.query.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression of the query language as parsed, before any name or type is known. */
public sealed interface Expr {

    /** Where it stands, relative to the beginning of the lambda's text. */
    SourceSpan span();

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A literal.
     *
     * @param value {@code Integer}, {@code Long}, {@code Double}, {@code Boolean}, {@code String} or null
     */
    record Literal(@Nullable Object value, SourceSpan span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A simple name. */
    record Name(String name, SourceSpan span) implements Expr {
        public Name {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code target.name} without parentheses behind it. */
    record Select(Expr target, String name, SourceSpan span) implements Expr {
        public Select {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /**
     * A method call.
     *
     * @param target what stands before the dot, if anything does
     * @param name the method
     * @param nameSpan where the method's name stands
     */
    record Call(Optional<Expr> target, String name, SourceSpan nameSpan, List<Expr> arguments, SourceSpan span)
            implements Expr {
        public Call {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(name, "name");
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code !operand}, {@code -operand} or {@code ~operand}. */
    record Unary(UnaryOperator operator, Expr operand, SourceSpan span) implements Expr {
        public Unary {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(operand, "operand");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** Two operands with an operator between them. */
    record Binary(BinaryOperator operator, Expr left, Expr right, SourceSpan span) implements Expr {
        public Binary {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expr condition, Expr then, Expr otherwise, SourceSpan span) implements Expr {
        public Conditional {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(then, "then");
            Objects.requireNonNull(otherwise, "otherwise");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /**
     * {@code (type) operand}.
     *
     * @param type the type as written
     */
    record Cast(String type, Expr operand, SourceSpan span) implements Expr {
        public Cast {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(operand, "operand");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    /** One method for each case. */
    interface Visitor<R> {
        R literal(Literal expr);

        R name(Name expr);

        R select(Select expr);

        R call(Call expr);

        R unary(Unary expr);

        R binary(Binary expr);

        R conditional(Conditional expr);

        R cast(Cast expr);
    }
}
