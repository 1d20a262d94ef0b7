package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;
import java.util.Optional;

/** Refuses calls of methods, with the catalogue's reason and rewrite. */
final class Untranslatable {
    private final ExpressionChecker checker;

    Untranslatable(ExpressionChecker checker) {
        this.checker = checker;
    }

    TypedExpr wrongArgument(Expr.Call call, TypedExpr argument, String wanted) {
        return checker.refuse(
                DiagnosticCode.WRONG_TYPE,
                argument.span(),
                "'" + call.name() + "' takes " + wanted + ", this is " + Types.withArticle(argument.type()),
                argument.type() instanceof Type.Null
                        ? "leave out this part of the condition, which throws for every record"
                        : "hand over " + wanted);
    }

    /** A method of a type, whatever it is called with. */
    TypedExpr call(Expr.Call call, Owner owner, String type) {
        return call(call, owner, type, List.of());
    }

    /** A method of a type, or an overload of one that is not refused. */
    TypedExpr call(Expr.Call call, Owner owner, String type, List<TypedExpr> arguments) {
        List<String> types = arguments.stream()
                .map(argument -> argument.type().displayName())
                .toList();
        return report(call, name(type, call), Optional.of(owner), Catalog.refusal(owner, call.name(), types));
    }

    /** The text of a value that has none which a query knows. */
    TypedExpr text(Expr.Call call, Owner owner, TypedExpr value) {
        Refusal refusal = value.type() instanceof Type.EnumType
                ? Refusal.ENUM_TEXT
                : Types.kind(value.type()).isPresent() ? Refusal.OPERAND : Refusal.CONTENTS;
        return report(call, name(owner.displayName(), call), Optional.of(owner), Optional.of(refusal));
    }

    /** A method that belongs to the class alone, which Java lets be called upon an object. */
    TypedExpr ofClass(Expr.Call call, Owner owner) {
        List<String> arguments = call.arguments().stream()
                .map(argument -> checker.environment().source(argument.span()))
                .toList();
        return checker.refuse(
                DiagnosticCode.NO_TRANSLATION,
                call.nameSpan(),
                "'" + call.name() + "' is a static method, called upon an object",
                owner.displayName() + "." + call.name() + "(" + String.join(", ", arguments) + ")");
    }

    /** A method of what is never there. */
    TypedExpr ofNothing(Expr.Call call) {
        checker.environment()
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.WRONG_TYPE,
                        call.nameSpan(),
                        "'" + call.name()
                                + "' has nothing to be called upon: what stands before it always throws or is null",
                        List.of(),
                        List.of("leave out this part of the condition, which throws for every record")));
        return new TypedExpr.Erroneous(call.span());
    }

    private static String name(String type, Expr.Call call) {
        return "'" + type + "." + call.name() + (call.arguments().isEmpty() ? "()" : "(…)") + "'";
    }

    /** A method of a class that the catalogue does not list, or of no class that is named. */
    TypedExpr untranslatable(Expr.Call call, String method, Optional<Owner> owner) {
        return report(call, method, owner, owner.flatMap(known -> Catalog.refusal(known, call.name(), List.of())));
    }

    private TypedExpr report(Expr.Call call, String method, Optional<Owner> owner, Optional<Refusal> refusal) {
        boolean readsRecord = call.accept(new Mentions(checker.environment().parameter()));
        String help = refusal.filter(known -> !known.isOfCaptured() || !readsRecord)
                .map(Refusal::rewrite)
                .orElse(
                        readsRecord
                                ? "test the record in the program: DB.scan(store, predicate)"
                                : "compute it before the lambda and capture the result: var value = "
                                        + checker.environment().source(call.span()));
        List<String> notes = refusal.map(known -> List.of(known.reason()))
                .orElseGet(() -> owner.map(Catalog::describe).stream().toList());
        checker.environment()
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.NO_TRANSLATION,
                        call.nameSpan(),
                        "method " + method + " has no SQL translation",
                        notes,
                        List.of(help)));
        return new TypedExpr.Erroneous(call.span());
    }
}
