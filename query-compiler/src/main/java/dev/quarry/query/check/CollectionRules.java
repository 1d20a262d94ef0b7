package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Methods of lists, sets and maps, of the record or captured. */
final class CollectionRules {
    /** What a captured collection may hold. */
    private static final Set<ScalarKind> LISTED = EnumSet.of(
            ScalarKind.STRING,
            ScalarKind.INT,
            ScalarKind.LONG,
            ScalarKind.BOOLEAN,
            ScalarKind.INSTANT,
            ScalarKind.UUID);

    private final ExpressionChecker checker;

    CollectionRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    TypedExpr call(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        SourceSpan span = call.span();
        return switch (call.name()) {
            case "isEmpty" -> checker.apply(Operation.IS_EMPTY, Types.BOOLEAN, span, receiver);
            case "size" -> checker.apply(Operation.SIZE, Types.INT, span, receiver);
            case "contains" -> contains(call, receiver, arguments.get(0));
            default -> throw new IllegalStateException("in the catalog without a rule: " + call.name());
        };
    }

    private TypedExpr contains(Expr.Call call, TypedExpr collection, TypedExpr element) {
        Type wanted = ((Type.CollectionOf) collection.type()).element();
        if (!Types.sameValues(wanted, element.type())) {
            return checker.refuse(
                    DiagnosticCode.WRONG_TYPE,
                    element.span(),
                    Types.withArticle(collection.type()) + " never contains " + Types.withArticle(element.type()));
        }
        if (collection instanceof TypedExpr.Column && Types.is(wanted, ScalarKind.STRING)) {
            return checker.apply(Operation.CONTAINS, Types.BOOLEAN, call.span(), collection, element);
        }
        boolean listed = element.type() instanceof Type.EnumType
                || Types.kind(element.type()).filter(LISTED::contains).isPresent();
        if (collection instanceof TypedExpr.Column || !listed) {
            return checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    call.nameSpan(),
                    "'contains' of " + Types.withArticle(collection.type()) + " has no SQL translation",
                    "supported: stored collections of String, and captured ones of String, int, long, boolean, Instant, UUID and enums");
        }
        boolean computed = element instanceof TypedExpr.Apply || element instanceof TypedExpr.Invoke;
        TypedExpr present = Types.isBoolean(element.type()) && computed
                ? FunctionRules.flag(checker, element)
                : checker.nullness().required(element);
        return checker.apply(Operation.CONTAINS, Types.BOOLEAN, call.span(), collection, present);
    }
}
