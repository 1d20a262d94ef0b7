package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Catalog;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.catalog.Refusal;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.TypedExpr;
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
                "'" + call.name() + "' takes " + wanted + ", this is " + Types.withArticle(argument.type()));
    }

    TypedExpr call(Expr.Call call, Owner owner, String type) {
        String arguments = call.arguments().isEmpty() ? "()" : "(…)";
        return untranslatable(call, "'" + type + "." + call.name() + arguments + "'", Optional.of(owner));
    }

    TypedExpr untranslatable(Expr.Call call, String method, Optional<Owner> owner) {
        boolean readsRecord = call.accept(new Mentions(checker.environment().parameter()));
        Optional<Refusal> refusal = owner.flatMap(known -> Catalog.refusal(known, call.name()));
        String help = refusal.filter(known -> known != Refusal.OBJECT || !readsRecord)
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
