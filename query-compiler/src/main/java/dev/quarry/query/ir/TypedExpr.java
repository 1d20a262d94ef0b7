package dev.quarry.query.ir;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.FieldPath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression whose types are known and whose rules are kept. */
public sealed interface TypedExpr {

    /** Its type. */
    Type type();

    /** Where it stands, relative to the beginning of the lambda's text. */
    SourceSpan span();

    /** The same, standing elsewhere. */
    TypedExpr at(SourceSpan span);

    /** What it is made of, in the order in which Java evaluates it. */
    default List<TypedExpr> operands() {
        return List.of();
    }

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A component of the record.
     *
     * @param nullable whether it can be null in some record, or a record around it can
     */
    record Column(FieldPath path, Type type, boolean nullable, SourceSpan span) implements TypedExpr {
        public Column {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Column(path, type, nullable, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /** A constant of the source; null has type {@link Type.Null}. */
    record Constant(@Nullable Object value, Type type, SourceSpan span) implements TypedExpr {
        public Constant {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Constant(value, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A captured variable. */
    record Captured(String name, Type type, SourceSpan span) implements TypedExpr {
        public Captured {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Captured(name, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.captured(this);
        }
    }

    /** A static final field, read when the query is called. */
    record StaticField(String className, String name, Type type, SourceSpan span) implements TypedExpr {
        public StaticField {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new StaticField(className, name, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.staticField(this);
        }
    }

    /** A field of the object that the lambda stands in, read when the query is called. */
    record InstanceField(String className, String name, Type type, SourceSpan span) implements TypedExpr {
        public InstanceField {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new InstanceField(className, name, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.instanceField(this);
        }
    }

    /** What always throws, as {@code throw} does; it has every type. */
    record Thrown(Type type, SourceSpan span) implements TypedExpr {
        public Thrown {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Thrown(type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.thrown(this);
        }
    }

    /**
     * A method of Java, run as it is: by the JVM for captured values, through the engine for a record's.
     *
     * @param operands the receiver first; none of them is null
     */
    record Invoke(JavaFunction function, List<TypedExpr> operands, Type type, SourceSpan span) implements TypedExpr {
        public Invoke {
            Objects.requireNonNull(function, "function");
            operands = List.copyOf(operands);
            Objects.requireNonNull(type, "type");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Invoke(function, operands, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.invoke(this);
        }
    }

    /** An operation on operands, which Java evaluates from left to right. */
    record Apply(Operation operation, List<TypedExpr> operands, Type type, SourceSpan span) implements TypedExpr {
        public Apply {
            Objects.requireNonNull(operation, "operation");
            operands = List.copyOf(operands);
            Objects.requireNonNull(type, "type");
        }

        /** The operand at an index. */
        public TypedExpr operand(int index) {
            return operands.get(index);
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Apply(operation, operands, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply(this);
        }
    }

    /**
     * A computed reference that may be null. Whatever uses one says what it makes of null, so that none is in a tree that is
     * lowered.
     *
     * @param isNull whether it is; this throws where evaluating the reference does
     * @param value its value, out of its box; only asked for where {@code isNull} is false
     */
    record OrNull(TypedExpr isNull, TypedExpr value, Type type, SourceSpan span) implements TypedExpr {
        public OrNull {
            Objects.requireNonNull(isNull, "isNull");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(type, "type");
        }

        @Override
        public List<TypedExpr> operands() {
            return List.of(isNull, value);
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new OrNull(isNull, value, type, span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.orNull(this);
        }
    }

    /** What was refused; keeps one error from causing others, and is in no tree that is lowered. */
    record Erroneous(SourceSpan span) implements TypedExpr {
        @Override
        public Type type() {
            return new Type.Other("?");
        }

        @Override
        public TypedExpr at(SourceSpan span) {
            return new Erroneous(span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.erroneous(this);
        }
    }

    /** A boolean operation. */
    static TypedExpr test(Operation operation, SourceSpan span, TypedExpr... operands) {
        return new Apply(operation, List.of(operands), Types.BOOLEAN, span);
    }

    /** One method for each case. */
    interface Visitor<R> {
        R column(Column expr);

        R constant(Constant expr);

        R captured(Captured expr);

        R staticField(StaticField expr);

        R instanceField(InstanceField expr);

        R thrown(Thrown expr);

        R invoke(Invoke expr);

        R apply(Apply expr);

        R orNull(OrNull expr);

        R erroneous(Erroneous expr);
    }
}
