package dev.quarry.query.check;

import dev.quarry.plan.function.JavaFunction;
import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;
import java.util.Optional;

/** Values as texts, as {@code +} and {@code toString} write them (JLS 15.18.1). */
final class TextOf {
    private final ExpressionChecker checker;

    TextOf(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** The operand of a {@code +} between texts, null as the text {@code null}; empty if Java's text of it is not known. */
    Optional<TypedExpr> operand(TypedExpr value) {
        if (Types.is(value.type(), ScalarKind.STRING) || value.type() instanceof Type.Null) {
            return Optional.of(value);
        }
        if (value instanceof TypedExpr.Apply choice
                && choice.operation() == Operation.CONDITIONAL
                && !Types.isPrimitive(value.type())) {
            return chosen(choice);
        }
        if (isCaptured(value) && !Types.isPrimitive(value.type())) {
            return isWritten(value.type()) ? Optional.of(joinedWithNothing(value)) : Optional.empty();
        }
        boolean nullable = value instanceof TypedExpr.Column column && column.nullable();
        if (!nullable) {
            return present(value);
        }
        TypedExpr.Column column = (TypedExpr.Column) value;
        SourceSpan span = value.span();
        TypedExpr isNull = TypedExpr.test(Operation.IS_NULL, span, column);
        TypedExpr known = new TypedExpr.Column(column.path(), column.type(), false, span);
        TypedExpr nullText = new TypedExpr.Constant("null", Types.STRING, span);
        return present(known)
                .map(text -> checker.apply(Operation.CONDITIONAL, Types.STRING, span, isNull, nullText, text));
    }

    /** Either of the two may be null. */
    private Optional<TypedExpr> chosen(TypedExpr.Apply choice) {
        Optional<TypedExpr> then = operand(choice.operand(1));
        Optional<TypedExpr> otherwise = operand(choice.operand(2));
        return then.flatMap(a -> otherwise.map(
                b -> checker.apply(Operation.CONDITIONAL, Types.STRING, choice.span(), choice.operand(0), a, b)));
    }

    /** What no record takes part in, and may be null. */
    private static boolean isCaptured(TypedExpr value) {
        return value instanceof TypedExpr.Captured
                || value instanceof TypedExpr.StaticField
                || value instanceof TypedExpr.InstanceField;
    }

    private static boolean isWritten(Type type) {
        return Types.isBoolean(type)
                || Types.kind(type).flatMap(TextOf::function).isPresent();
    }

    /** The JVM's own text of a captured value, null included. */
    private TypedExpr joinedWithNothing(TypedExpr value) {
        TypedExpr nothing = new TypedExpr.Constant("", Types.STRING, value.span());
        return checker.apply(Operation.CONCAT, Types.STRING, value.span(), value, nothing);
    }

    /** The text of a value that is not null. */
    Optional<TypedExpr> present(TypedExpr value) {
        SourceSpan span = value.span();
        if (Types.isBoolean(value.type())) {
            return Optional.of(checker.apply(
                    Operation.CONDITIONAL,
                    Types.STRING,
                    span,
                    checker.nullness().unboxed(value),
                    new TypedExpr.Constant("true", Types.STRING, span),
                    new TypedExpr.Constant("false", Types.STRING, span)));
        }
        return Types.kind(value.type())
                .flatMap(TextOf::function)
                .map(function -> new FunctionRules(checker).call(function, span, List.of(value)));
    }

    private static Optional<JavaFunction> function(ScalarKind kind) {
        return switch (kind) {
            case INT, SHORT, BYTE -> Optional.of(TextFunction.TEXT_OF_INT);
            case LONG -> Optional.of(TextFunction.TEXT_OF_LONG);
            case CHAR -> Optional.of(TextFunction.TEXT_OF_CHAR);
            case DOUBLE -> Optional.of(TextFunction.TEXT_OF_DOUBLE);
            case FLOAT -> Optional.of(TextFunction.TEXT_OF_FLOAT);
            case INSTANT -> Optional.of(TextFunction.TEXT_OF_INSTANT);
            case LOCAL_DATE -> Optional.of(TextFunction.TEXT_OF_LOCAL_DATE);
            case LOCAL_DATE_TIME -> Optional.of(TextFunction.TEXT_OF_LOCAL_DATE_TIME);
            case DURATION -> Optional.of(TextFunction.TEXT_OF_DURATION);
            case UUID -> Optional.of(TextFunction.TEXT_OF_UUID);
            default -> Optional.empty();
        };
    }
}
