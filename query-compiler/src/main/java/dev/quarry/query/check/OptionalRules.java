package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Methods of Optionals, said of the value that they hold, which is null where they are empty. */
final class OptionalRules {
    /** The methods that compute an Optional of what another one holds. */
    private static final Set<String> COMPUTING = Set.of("map", "flatMap", "filter");
    /** The methods that may ask a supplier. */
    private static final Set<String> SUPPLIED = Set.of("orElseGet", "or", "orElseThrow");

    private final ExpressionChecker checker;
    private final LambdaRules lambdas;

    OptionalRules(ExpressionChecker checker) {
        this.checker = checker;
        this.lambdas = new LambdaRules(checker);
    }

    /** {@code Optional.of(x)}, {@code ofNullable(x)} and {@code empty()}. */
    Optional<TypedExpr> factory(Expr.Call call) {
        SourceSpan span = call.span();
        if (!Catalog.hasOwnRule(Owner.OPTIONAL, call.name(), call.arguments().size())) {
            return Optional.empty();
        }
        if (call.name().equals("empty")) {
            return Optional.of(empty(Nulls.truth(true, span), span));
        }
        if (!call.name().equals("of") && !call.name().equals("ofNullable")) {
            return Optional.empty();
        }
        TypedExpr value = checker.value(call.arguments().get(0));
        if (value.type() instanceof Type.OptionalOf) {
            return Optional.of(refused(call, value));
        }
        TypedExpr held = call.name().equals("of") ? present(value) : value;
        return Optional.of(held instanceof TypedExpr.Erroneous ? held : optional(span, Nulls.isNull(held), held));
    }

    /** An Optional that holds nothing, once the test for that, which is true or throws, is evaluated. */
    private static TypedExpr empty(TypedExpr isNull, SourceSpan span) {
        return new TypedExpr.OrNull(
                isNull, new TypedExpr.Thrown(Types.NULL, span), new Type.OptionalOf(Types.NULL), span);
    }

    /** The value; a captured null throws. */
    private TypedExpr present(TypedExpr value) {
        TypedExpr required = checker.nullness().required(value);
        return required instanceof TypedExpr.Erroneous ? required : Nulls.asked(required);
    }

    /** A method called on an Optional. */
    Judged call(Expr.Call call, TypedExpr receiver) {
        if (!(receiver instanceof TypedExpr.Column) && !(receiver instanceof TypedExpr.OrNull)) {
            return Judged.of(checker.refuse(
                    DiagnosticCode.UNSUPPORTED_CAPTURE,
                    receiver.span(),
                    "a captured Optional cannot be used in a query",
                    "take its value out before the lambda, and capture that"));
        }
        if (call.name().equals("equals")) {
            TypedExpr other = checker.value(call.arguments().get(0));
            return Judged.of(new EqualityRules(checker).optionalEquals(call, receiver, other));
        }
        boolean computes = COMPUTING.contains(call.name());
        Judged result = computes && ((Type.OptionalOf) receiver.type()).isAlwaysEmpty()
                ? Judged.of(receiver)
                : ofValue(call, receiver);
        boolean takesFunction = computes || SUPPLIED.contains(call.name());
        return takesFunction && !result.isErroneous() && !call.arguments().isEmpty()
                ? Judged.of(lambdas.once(call.arguments().get(0), result.expr()))
                : result;
    }

    private Judged ofValue(Expr.Call call, TypedExpr receiver) {
        SourceSpan span = call.span();
        TypedExpr isNull = checker.facts().isNonNull(receiver) ? Nulls.truth(false, span) : Nulls.isNull(receiver);
        TypedExpr value = Nulls.value(receiver);
        Facts present = Facts.nonNull(receiver);
        return switch (call.name()) {
            case "isEmpty" -> new Judged(isNull, Facts.NONE, present);
            case "isPresent" -> new Judged(Nulls.not(isNull), present, Facts.NONE);
            case "get", "orElseThrow" -> Judged.of(chosen(span, isNull, thrown(value, span), value));
            case "orElse" -> Judged.of(orElse(call, isNull, value));
            case "orElseGet" ->
                Judged.of(other(span, isNull, lambdas.supplied(call.arguments().get(0)), value));
            case "or" ->
                Judged.of(or(span, isNull, lambdas.supplied(call.arguments().get(0)), receiver));
            case "map" -> Judged.of(map(call, isNull, value));
            case "flatMap" -> Judged.of(flatMap(call, isNull, value));
            case "filter" -> Judged.of(filter(call, isNull, value));
            case "toString" -> Judged.of(text(call, receiver));
            case "of", "ofNullable", "empty" -> Judged.of(new Untranslatable(checker).ofClass(call, Owner.OPTIONAL));
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private TypedExpr text(Expr.Call call, TypedExpr receiver) {
        return new TextOf(checker).operand(receiver).orElseGet(() -> refused(call, Nulls.value(receiver)));
    }

    private static TypedExpr thrown(TypedExpr value, SourceSpan span) {
        return new TypedExpr.Thrown(value.type(), span);
    }

    private TypedExpr chosen(SourceSpan span, TypedExpr condition, TypedExpr then, TypedExpr otherwise) {
        return condition instanceof TypedExpr.Constant known
                ? (Boolean.TRUE.equals(known.value()) ? then : otherwise)
                : checker.apply(Operation.CONDITIONAL, otherwise.type(), span, condition, then, otherwise);
    }

    /** The other value is computed whether it is needed or not. */
    private TypedExpr orElse(Expr.Call call, TypedExpr isNull, TypedExpr value) {
        TypedExpr other = checker.value(call.arguments().get(0));
        TypedExpr joined = other(call.span(), isNull, Judged.of(other), value);
        return joined instanceof TypedExpr.Erroneous ? joined : Sequence.of(other, joined);
    }

    private TypedExpr other(SourceSpan span, TypedExpr isNull, Judged other, TypedExpr value) {
        if (other.isErroneous()) {
            return other.expr();
        }
        return new Joining(checker, span).join(List.of(isNull), List.of(boxed(other.expr()), boxed(value)));
    }

    /** What goes in and out of an Optional is in its box. */
    private static TypedExpr boxed(TypedExpr value) {
        return Types.isPrimitive(value.type()) ? Nulls.boxed(value) : value;
    }

    private TypedExpr or(SourceSpan span, TypedExpr isNull, Judged other, TypedExpr receiver) {
        return other.isErroneous()
                ? other.expr()
                : new Joining(checker, span).join(List.of(isNull), List.of(other.expr(), receiver));
    }

    private TypedExpr map(Expr.Call call, TypedExpr isNull, TypedExpr value) {
        TypedExpr mapped = lambdas.applied(call.arguments().get(0), value).expr();
        return mapped instanceof TypedExpr.Erroneous || !isValue(mapped)
                ? refused(call, mapped)
                : optional(call.span(), orNull(call.span(), isNull, Nulls.isNull(mapped)), mapped);
    }

    private TypedExpr flatMap(Expr.Call call, TypedExpr isNull, TypedExpr value) {
        TypedExpr mapped = lambdas.applied(call.arguments().get(0), value).expr();
        return mapped instanceof TypedExpr.Erroneous || !(mapped.type() instanceof Type.OptionalOf type)
                ? refused(call, mapped)
                : new TypedExpr.OrNull(
                        orNull(call.span(), isNull, Nulls.isNull(mapped)), Nulls.value(mapped), type, call.span());
    }

    private TypedExpr filter(Expr.Call call, TypedExpr isNull, TypedExpr value) {
        Judged test = checker.requireBoolean(lambdas.applied(call.arguments().get(0), value));
        return test.isErroneous()
                ? test.expr()
                : optional(call.span(), orNull(call.span(), isNull, Nulls.not(test.expr())), value);
    }

    /** {@code isNull ? true : other}, which only then is evaluated. */
    private TypedExpr orNull(SourceSpan span, TypedExpr isNull, TypedExpr other) {
        boolean never = other instanceof TypedExpr.Constant known && Boolean.FALSE.equals(known.value());
        return never ? isNull : chosen(span, isNull, Nulls.truth(true, span), other);
    }

    private static TypedExpr optional(SourceSpan span, TypedExpr isNull, TypedExpr held) {
        Type type = held.type() instanceof Type.Scalar scalar && scalar.kind().hasPrimitive()
                ? new Type.Scalar(scalar.kind(), true)
                : held.type();
        return new TypedExpr.OrNull(isNull, Nulls.value(held), new Type.OptionalOf(type), span);
    }

    private static boolean isValue(TypedExpr mapped) {
        return mapped.type() instanceof Type.Scalar
                || mapped.type() instanceof Type.EnumType
                || mapped.type() instanceof Type.RecordOf;
    }

    private TypedExpr refused(Expr.Call call, TypedExpr mapped) {
        return mapped instanceof TypedExpr.Erroneous
                ? mapped
                : checker.refuse(
                        DiagnosticCode.NO_TRANSLATION,
                        call.nameSpan(),
                        "'" + call.name() + "' to " + Types.withArticle(mapped.type()) + " has no SQL translation",
                        "supported: single values, and records inside the record",
                        "test the record in the program with DB.scan");
    }
}
