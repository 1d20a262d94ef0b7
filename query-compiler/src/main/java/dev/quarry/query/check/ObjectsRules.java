package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;
import java.util.Optional;

/** The methods of {@link java.util.Objects} that have rules of their own. */
final class ObjectsRules {
    private final ExpressionChecker checker;

    ObjectsRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    Judged call(Expr.Call call) {
        TypedExpr first = checker.value(call.arguments().get(0));
        if (first instanceof TypedExpr.Erroneous) {
            return ExpressionChecker.erroneous(call.span());
        }
        EqualityRules equality = new EqualityRules(checker);
        return switch (call.name()) {
            case "equals" ->
                Judged.of(equality.objectsEquals(
                        call, first, checker.value(call.arguments().get(1))));
            case "isNull" -> equality.isNull(first, call.span());
            case "nonNull" -> nonNull(equality.isNull(first, call.span()), call.span());
            case "toString" -> Judged.of(textOrElse(call, first));
            case "hashCode" -> Judged.of(hash(call, first));
            case "requireNonNull" -> Judged.of(explained(call, required(first, call.span())));
            case "requireNonNullElse" -> Judged.of(orElse(call, first));
            case "requireNonNullElseGet" -> Judged.of(orElseGet(call, first));
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private static Judged nonNull(Judged isNull, SourceSpan span) {
        return isNull.isErroneous() ? isNull : isNull.negated(TypedExpr.test(Operation.NOT, span, isNull.expr()));
    }

    /** The value; null throws. */
    private TypedExpr required(TypedExpr reference, SourceSpan span) {
        if (reference.type() instanceof Type.OptionalOf) {
            return reference.at(span);
        }
        TypedExpr value = Nulls.value(reference);
        return checker.apply(
                Operation.CONDITIONAL,
                value.type(),
                span,
                Nulls.isNull(reference),
                new TypedExpr.Thrown(value.type(), span),
                value);
    }

    /** Where the value is null an exception is thrown, whatever it says; a text for it is computed in any case. */
    private TypedExpr explained(Expr.Call call, TypedExpr required) {
        if (call.arguments().size() == 1) {
            return required;
        }
        Expr message = call.arguments().get(1);
        if (message instanceof Expr.Lambda || message instanceof Expr.MethodReference) {
            return new LambdaRules(checker).once(message, required);
        }
        TypedExpr text = checker.value(message);
        return text instanceof TypedExpr.Erroneous ? text : Sequence.of(text, required);
    }

    /** {@code Objects.toString(x, other)}: what Java writes for null is the other text, which may be null itself. */
    private TypedExpr textOrElse(Expr.Call call, TypedExpr value) {
        TypedExpr other = checker.value(call.arguments().get(1));
        if (other instanceof TypedExpr.Erroneous) {
            return other;
        }
        if (value.type() instanceof Type.Null) {
            return Sequence.of(value, other);
        }
        TextOf texts = new TextOf(checker);
        Optional<TypedExpr> text =
                value.type() instanceof Type.OptionalOf ? texts.operand(value) : texts.present(Nulls.value(value));
        TypedExpr isNull =
                value.type() instanceof Type.OptionalOf ? Nulls.truth(false, call.span()) : Nulls.isNull(value);
        return text.map(known -> Sequence.of(
                        other, new Joining(checker, call.span()).join(List.of(isNull), List.of(other, known))))
                .orElseGet(() -> new Untranslatable(checker).text(call, Owner.OBJECTS, value));
    }

    /** {@code Objects.hashCode(x)}: 0 for null. */
    private TypedExpr hash(Expr.Call call, TypedExpr value) {
        SourceSpan span = call.span();
        TypedExpr zero = new TypedExpr.Constant(0, Types.INT, span);
        if (value.type() instanceof Type.Null) {
            return Sequence.of(value, zero);
        }
        TypedExpr present = Nulls.value(value);
        return new FunctionRules(checker)
                .call(Catalog.functions(Owner.of(value.type()), "hashCode"), span, List.of(present))
                .map(hash -> new Joining(checker, span).join(List.of(Nulls.isNull(value)), List.of(zero, hash)))
                .orElseGet(() -> new Untranslatable(checker).call(call, Owner.OBJECTS, "Objects"));
    }

    /** The other value is computed whether it is needed or not, and where it is it must not be null. */
    private TypedExpr orElse(Expr.Call call, TypedExpr first) {
        TypedExpr other = checker.value(call.arguments().get(1));
        TypedExpr joined = chosen(call.span(), first, other);
        return joined instanceof TypedExpr.Erroneous ? joined : Sequence.of(other, joined);
    }

    private TypedExpr orElseGet(Expr.Call call, TypedExpr first) {
        LambdaRules lambdas = new LambdaRules(checker);
        Expr supplier = call.arguments().get(1);
        TypedExpr joined = chosen(call.span(), first, lambdas.supplied(supplier).expr());
        return joined instanceof TypedExpr.Erroneous ? joined : lambdas.once(supplier, joined);
    }

    private TypedExpr chosen(SourceSpan span, TypedExpr first, TypedExpr other) {
        if (other instanceof TypedExpr.Erroneous || first.type() instanceof Type.OptionalOf) {
            return other instanceof TypedExpr.Erroneous ? other : first.at(span);
        }
        if (Joining.mixesNumbers(List.of(first, other))) {
            return new Joining(checker, span).refusedMixture("a choice");
        }
        TypedExpr present = required(other, other.span());
        return new Joining(checker, span).join(List.of(Nulls.isNull(first)), List.of(present, Nulls.value(first)));
    }
}
