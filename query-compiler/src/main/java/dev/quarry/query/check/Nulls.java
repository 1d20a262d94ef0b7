package dev.quarry.query.check;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.Spanless;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;
import java.util.Optional;

/** Splits references into whether they are null and what they are if not. An Optional is null where it is empty. */
final class Nulls {
    private Nulls() {}

    /** Whether some record makes it null; what is captured is known at the call and needs no rule. */
    static boolean mayBe(TypedExpr expr) {
        if (expr instanceof TypedExpr.Column column) {
            return column.nullable() || column.type() instanceof Type.OptionalOf;
        }
        if (expr instanceof TypedExpr.OrNull nullable) {
            return mayHold(nullable.isNull());
        }
        return expr.type() instanceof Type.Null && !(expr instanceof TypedExpr.Thrown);
    }

    /** Whether a test for null is true for some record, as far as its form tells. */
    private static boolean mayHold(TypedExpr test) {
        if (test instanceof TypedExpr.Constant constant) {
            return Boolean.TRUE.equals(constant.value());
        }
        if (!(test instanceof TypedExpr.Apply apply)) {
            return !(test instanceof TypedExpr.Thrown);
        }
        if (!ReadsRecord.test(test)) {
            return false;
        }
        return switch (apply.operation()) {
            case IS_NULL -> mayBe(apply.operand(0));
            case CONDITIONAL -> mayHold(apply.operand(1)) || mayHold(apply.operand(2));
            case OR -> mayHold(apply.operand(0)) || mayHold(apply.operand(1));
            case AND -> mayHold(apply.operand(0)) && mayHold(apply.operand(1));
            case NOT -> !isDefinedness(apply.operand(0));
            default -> true;
        };
    }

    /** As {@link #defined} writes it. */
    private static boolean isDefinedness(TypedExpr expr) {
        return expr instanceof TypedExpr.Apply apply
                && (apply.operation() == Operation.DEFINED
                        || (apply.operation() == Operation.OR
                                && apply.operand(1) instanceof TypedExpr.Constant constant
                                && Boolean.TRUE.equals(constant.value())));
    }

    /** Whether it is null; throws where evaluating it does. */
    static TypedExpr isNull(TypedExpr expr) {
        SourceSpan span = expr.span();
        if (expr instanceof TypedExpr.OrNull nullable) {
            return nullable.isNull();
        }
        if (expr.type() instanceof Type.Null) {
            return truth(true, span);
        }
        if (expr instanceof TypedExpr.Column column) {
            return mayBe(column) ? TypedExpr.test(Operation.IS_NULL, span, raw(column, true)) : truth(false, span);
        }
        if (isCaptured(expr) && !Types.isPrimitive(expr.type())) {
            return TypedExpr.test(Operation.IS_NULL, span, expr);
        }
        return Throwing.can(expr) ? not(defined(expr)) : truth(false, span);
    }

    /** Whether it comes from outside the lambda, or is held by a collection that does. */
    static boolean isCaptured(TypedExpr expr) {
        if (expr instanceof TypedExpr.Apply apply) {
            boolean held = apply.operation() == Operation.ELEMENT_AT || apply.operation() == Operation.MAP_VALUE;
            return held && isCaptured(apply.operand(0));
        }
        return expr instanceof TypedExpr.Captured
                || expr instanceof TypedExpr.StaticField
                || expr instanceof TypedExpr.InstanceField;
    }

    /** The value, out of its box, where it is not null. */
    static TypedExpr value(TypedExpr expr) {
        if (expr instanceof TypedExpr.OrNull nullable) {
            return nullable.value();
        }
        if (expr.type() instanceof Type.Null) {
            return new TypedExpr.Thrown(Types.NULL, expr.span());
        }
        TypedExpr present = expr instanceof TypedExpr.Column column ? raw(column, false) : expr;
        return Types.isBoxed(present.type())
                ? new TypedExpr.Apply(Operation.UNBOX, List.of(present), Types.unboxed(present.type()), present.span())
                : present;
    }

    /** The value of what is never null; it throws where the test for null does. */
    static TypedExpr evaluated(TypedExpr.OrNull expr) {
        boolean thatOfTheValue = Spanless.of(expr.isNull()).equals(Spanless.of(isNull(expr.value())));
        return thatOfTheValue ? expr.value() : Sequence.of(expr.isNull(), expr.value());
    }

    /** What an Optional component holds. */
    private static TypedExpr.Column raw(TypedExpr.Column column, boolean nullable) {
        Type type = column.type() instanceof Type.OptionalOf optional ? optional.value() : column.type();
        return new TypedExpr.Column(column.path(), type, nullable, column.span());
    }

    /** A reference of which a method is called: a captured null throws then. */
    static TypedExpr asked(TypedExpr receiver) {
        return receiver instanceof TypedExpr.Column || Types.isPrimitive(receiver.type())
                ? receiver
                : new TypedExpr.Apply(
                        Operation.UNBOX, List.of(receiver), Types.unboxed(receiver.type()), receiver.span());
    }

    /** A primitive value in its box, which is never null. */
    static TypedExpr boxed(TypedExpr value) {
        Type.Scalar scalar = (Type.Scalar) value.type();
        return new TypedExpr.OrNull(isNull(value), value, new Type.Scalar(scalar.kind(), true), value.span());
    }

    /** A nested record that throws where it is absent, as {@code get()} and {@code requireNonNull} give it. */
    static Optional<TypedExpr.Apply> requiredRecord(TypedExpr expr) {
        boolean required = expr instanceof TypedExpr.Apply choice
                && choice.operation() == Operation.CONDITIONAL
                && choice.operand(1) instanceof TypedExpr.Thrown
                && choice.operand(2) instanceof TypedExpr.Column
                && choice.type() instanceof Type.RecordOf;
        return required ? Optional.of((TypedExpr.Apply) expr) : Optional.empty();
    }

    /** True once it has been evaluated, whatever it is. */
    static TypedExpr defined(TypedExpr expr) {
        Optional<TypedExpr.Apply> record = requiredRecord(expr);
        if (record.isPresent()) {
            SourceSpan span = expr.span();
            TypedExpr absent = new TypedExpr.Thrown(Types.BOOLEAN, span);
            return TypedExpr.test(Operation.CONDITIONAL, span, record.get().operand(0), absent, truth(true, span));
        }
        if (!Throwing.can(expr)) {
            return truth(true, expr.span());
        }
        if (expr instanceof TypedExpr.OrNull nullable) {
            return defined(nullable.isNull());
        }
        return Types.isBoolean(expr.type())
                ? TypedExpr.test(Operation.OR, expr.span(), expr, truth(true, expr.span()))
                : TypedExpr.test(Operation.DEFINED, expr.span(), expr);
    }

    static TypedExpr truth(boolean value, SourceSpan span) {
        return new TypedExpr.Constant(value, Types.BOOLEAN, span);
    }

    static TypedExpr not(TypedExpr test) {
        return test instanceof TypedExpr.Constant constant
                ? truth(!Boolean.TRUE.equals(constant.value()), test.span())
                : TypedExpr.test(Operation.NOT, test.span(), test);
    }
}
