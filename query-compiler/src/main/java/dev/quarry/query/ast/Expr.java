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
     * @param value {@code Integer}, {@code Long}, {@code Double}, {@code Float}, {@code Boolean}, {@code Character},
     *     {@code String} or null
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

    /**
     * A local variable of the lambda, or the parameter of a lambda inside it, with the value that it has at this place.
     *
     * @param id tells the values apart that variables have, one after the other, everywhere in the lambda
     */
    record Local(int id, String name, SourceSpan span) implements Expr {
        public Local {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.local(this);
        }
    }

    /**
     * A local variable is given a value, and what comes of the statements behind it.
     *
     * @param variable the variable, standing where it is named
     * @param type its declared type as written; empty for an assignment, which keeps the type that the variable has
     * @param earlier what an assigned variable was before
     */
    record Let(Local variable, Optional<String> type, Optional<Local> earlier, Expr value, Expr body, SourceSpan span)
            implements Expr {
        public Let {
            Objects.requireNonNull(variable, "variable");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(earlier, "earlier");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(body, "body");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** An {@code if} with what comes of the statements that follow either way. */
    record Branch(Expr condition, Expr then, Expr otherwise, SourceSpan span) implements Expr {
        public Branch {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(then, "then");
            Objects.requireNonNull(otherwise, "otherwise");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /**
     * A switch, as an expression or with what comes of the statements that follow it.
     *
     * @param otherwise what comes of a value that no case names; empty if the cases name all
     */
    record Switch(Expr selector, List<Case> cases, Optional<Expr> otherwise, SourceSpan span) implements Expr {
        public Switch {
            Objects.requireNonNull(selector, "selector");
            cases = List.copyOf(cases);
            Objects.requireNonNull(otherwise, "otherwise");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.switchOf(this);
        }
    }

    /** The labels of a switch's case and what comes of it. */
    record Case(List<Expr> labels, Expr result) {
        public Case {
            labels = List.copyOf(labels);
            Objects.requireNonNull(result, "result");
        }
    }

    /** {@code throw}, whatever it throws. */
    record Throw(SourceSpan span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.thrown(this);
        }
    }

    /** {@code new}, of whatever it is; fit only for a supplier that is not called. */
    record Creation(SourceSpan span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.creation(this);
        }
    }

    /** A lambda inside the lambda, as an argument. */
    record Lambda(List<Local> parameters, Expr body, SourceSpan span) implements Expr {
        public Lambda {
            parameters = List.copyOf(parameters);
            Objects.requireNonNull(body, "body");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lambda(this);
        }
    }

    /** {@code scope::method}, as an argument; {@code argument} stands for what it is called with. */
    record MethodReference(Expr scope, String method, Local argument, SourceSpan span) implements Expr {
        public MethodReference {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(argument, "argument");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.methodReference(this);
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

        R local(Local expr);

        R let(Let expr);

        R branch(Branch expr);

        R switchOf(Switch expr);

        R thrown(Throw expr);

        R creation(Creation expr);

        R lambda(Lambda expr);

        R methodReference(MethodReference expr);
    }
}
