package dev.quarry.query.check;

import dev.quarry.plan.function.DecimalFunction;
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
        if (value.type() instanceof Type.OptionalOf type) {
            return type.isAlwaysEmpty() ? Optional.of(emptyText(value)) : optional(value);
        }
        boolean plain = Types.is(value.type(), ScalarKind.STRING) && !(value instanceof TypedExpr.OrNull);
        if (plain || value.type() instanceof Type.Null) {
            return Optional.of(value);
        }
        if (value instanceof TypedExpr.Apply choice && choice.operation() == Operation.CONDITIONAL) {
            return chosen(choice);
        }
        boolean captured = Nulls.isCaptured(value) && !Types.isPrimitive(value.type());
        if (!captured && !Nulls.mayBe(value) && !(value instanceof TypedExpr.OrNull)) {
            return present(value);
        }
        SourceSpan span = value.span();
        TypedExpr nullText = new TypedExpr.Constant("null", Types.STRING, span);
        return present(Nulls.value(value))
                .map(text ->
                        checker.apply(Operation.CONDITIONAL, Types.STRING, span, Nulls.isNull(value), nullText, text));
    }

    /** {@code Optional[value]} or {@code Optional.empty}. */
    private Optional<TypedExpr> optional(TypedExpr value) {
        SourceSpan span = value.span();
        return present(Nulls.value(value)).map(held -> {
            TypedExpr opened = checker.apply(Operation.CONCAT, Types.STRING, span, text("Optional[", span), held);
            TypedExpr closed = checker.apply(Operation.CONCAT, Types.STRING, span, opened, text("]", span));
            TypedExpr isNull = checker.facts().isNonNull(value) ? Nulls.truth(false, span) : Nulls.isNull(value);
            return new Joining(checker, span).join(List.of(isNull), List.of(text("Optional.empty", span), closed));
        });
    }

    private TypedExpr emptyText(TypedExpr empty) {
        return Sequence.of(empty, text("Optional.empty", empty.span()));
    }

    private static TypedExpr text(String text, SourceSpan span) {
        return new TypedExpr.Constant(text, Types.STRING, span);
    }

    private Optional<TypedExpr> chosen(TypedExpr.Apply choice) {
        return operand(choice.operand(1))
                .flatMap(then -> operand(choice.operand(2))
                        .map(otherwise -> checker.apply(
                                Operation.CONDITIONAL,
                                Types.STRING,
                                choice.span(),
                                choice.operand(0),
                                then,
                                otherwise)));
    }

    /** The text of a value that is not null. */
    Optional<TypedExpr> present(TypedExpr value) {
        SourceSpan span = value.span();
        if (Types.is(value.type(), ScalarKind.STRING)) {
            return Optional.of(value);
        }
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
            case BIG_DECIMAL -> Optional.of(DecimalFunction.TEXT_OF_DECIMAL);
            default -> Optional.empty();
        };
    }
}
