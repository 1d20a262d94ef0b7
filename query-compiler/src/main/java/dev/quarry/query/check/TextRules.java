package dev.quarry.query.check;

import dev.quarry.plan.function.TextFunction;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.List;

/** The methods of String that have rules of their own. */
final class TextRules {
    private static final String LOCALE = "java.util.Locale";

    private final ExpressionChecker checker;
    private final Untranslatable refused;

    TextRules(ExpressionChecker checker) {
        this.checker = checker;
        this.refused = new Untranslatable(checker);
    }

    /** Whether it is one of the methods whose argument is no value, but what letters become. */
    static boolean takesLocale(Expr.Call call, Owner owner) {
        return owner == Owner.STRING
                && (call.name().equals("toLowerCase") || call.name().equals("toUpperCase"))
                && call.arguments().size() == 1;
    }

    /** Locale has constants for languages of which all do the same to letters. */
    TypedExpr inLocale(Expr.Call call, TypedExpr receiver) {
        if (receiver instanceof TypedExpr.Erroneous) {
            return receiver;
        }
        Expr locale = call.arguments().get(0);
        boolean constant = NameRules.dotted(locale)
                .flatMap(dotted -> checker.environment().lookUp(dotted, locale.span()))
                .filter(symbol -> symbol instanceof Symbol.StaticFinalField field
                        && field.className().equals(LOCALE))
                .isPresent();
        TextFunction function =
                call.name().equals("toLowerCase") ? TextFunction.TO_LOWER_CASE_ROOT : TextFunction.TO_UPPER_CASE_ROOT;
        return constant
                ? new FunctionRules(checker).call(function, call.span(), List.of(receiver))
                : refused.call(call, Owner.STRING, "String");
    }

    TypedExpr call(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        return switch (call.name()) {
            case "startsWith" -> texts(Operation.STARTS_WITH, call, receiver, arguments);
            case "endsWith" -> texts(Operation.ENDS_WITH, call, receiver, arguments);
            case "contains" -> texts(Operation.TEXT_CONTAINS, call, receiver, arguments);
            case "isEmpty" -> checker.apply(Operation.TEXT_IS_EMPTY, Types.BOOLEAN, call.span(), receiver);
            case "length" -> checker.apply(Operation.LENGTH, Types.INT, call.span(), receiver);
            case "concat" -> concat(call, receiver, arguments);
            case "compareTo" ->
                new FunctionRules(checker)
                        .call(List.of(TextFunction.COMPARE_TEXTS), call.span(), List.of(receiver, arguments.get(0)))
                        .orElseGet(() -> refused.wrongArgument(call, arguments.get(0), "a String"));
            case "equalsIgnoreCase" -> equalsIgnoreCase(call, receiver, arguments.get(0));
            case "toString" ->
                receiver instanceof TypedExpr.Column
                        ? receiver
                        : checker.apply(Operation.UNBOX, Types.STRING, call.span(), receiver);
            case "valueOf" -> refused.ofClass(call, Owner.STRING);
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    /** No text equals null; the receiver is evaluated all the same, and may throw. */
    private TypedExpr equalsIgnoreCase(Expr.Call call, TypedExpr receiver, TypedExpr argument) {
        SourceSpan span = call.span();
        if (argument.type() instanceof Type.Null) {
            return Sequence.of(Nulls.asked(receiver), Nulls.truth(false, span));
        }
        if (!Types.is(argument.type(), ScalarKind.STRING)) {
            return refused.wrongArgument(call, argument, "a String");
        }
        TypedExpr isNull = Nulls.isNull(argument);
        TypedExpr equal = new FunctionRules(checker)
                .call(TextFunction.EQUALS_IGNORE_CASE, span, List.of(receiver, Nulls.value(argument)));
        TypedExpr never = Sequence.of(Nulls.asked(receiver), Nulls.truth(false, span));
        return new Joining(checker, span).join(List.of(isNull), List.of(never, equal));
    }

    /** Unlike {@code +}, it throws for null. */
    private TypedExpr concat(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        TypedExpr joined = textCall(Operation.CONCAT, Types.STRING, call, receiver, arguments);
        if (!(joined instanceof TypedExpr.Apply apply)) {
            return joined;
        }
        List<TypedExpr> present = apply.operands().stream()
                .map(operand -> checker.apply(Operation.UNBOX, Types.STRING, operand.span(), operand))
                .toList();
        return new TypedExpr.Apply(Operation.CONCAT, present, Types.STRING, call.span());
    }

    private TypedExpr texts(Operation operation, Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        return textCall(operation, Types.BOOLEAN, call, receiver, arguments);
    }

    private TypedExpr textCall(
            Operation operation, Type type, Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        TypedExpr argument = checker.nullness().required(arguments.get(0));
        if (!(argument instanceof TypedExpr.Erroneous) && !Types.is(argument.type(), ScalarKind.STRING)) {
            return refused.wrongArgument(call, argument, "a String");
        }
        return checker.apply(operation, type, call.span(), receiver, argument);
    }
}
