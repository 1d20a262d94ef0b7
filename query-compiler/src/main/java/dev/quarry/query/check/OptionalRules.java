package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;

/** Methods of Optional components, said of the value that they hold, which is null where they are empty. */
final class OptionalRules {
    private final ExpressionChecker checker;

    OptionalRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    TypedExpr call(Expr.Call call, TypedExpr receiver, List<TypedExpr> arguments) {
        if (!(receiver instanceof TypedExpr.Column optional)) {
            return checker.refuse(
                    DiagnosticCode.UNSUPPORTED_CAPTURE,
                    receiver.span(),
                    "a captured Optional cannot be used in a query",
                    "take its value out before the lambda, and capture that");
        }
        if (arguments.stream().anyMatch(TypedExpr.Erroneous.class::isInstance)) {
            return new TypedExpr.Erroneous(call.span());
        }
        Type type = ((Type.OptionalOf) optional.type()).value();
        SourceSpan span = call.span();
        TypedExpr value = new TypedExpr.Column(optional.path(), type, true, span);
        TypedExpr present = new TypedExpr.Column(optional.path(), type, false, span);
        TypedExpr isNull = TypedExpr.test(Operation.IS_NULL, span, value);
        return switch (call.name()) {
            case "isEmpty" -> isNull;
            case "isPresent" -> TypedExpr.test(Operation.NOT, span, isNull);
            case "orElse" -> orElse(call, isNull, present, arguments.get(0));
            default -> checker.apply(Operation.UNBOX, type, span, value);
        };
    }

    /** The other value is evaluated whether it is needed or not, so it must be one whose evaluation cannot throw. */
    private TypedExpr orElse(Expr.Call call, TypedExpr isNull, TypedExpr present, TypedExpr other) {
        boolean computed = other instanceof TypedExpr.Apply || other instanceof TypedExpr.Invoke;
        if (computed || other.type() instanceof Type.Null) {
            return checker.refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    other.span(),
                    "this operand of 'orElse' has no SQL translation",
                    "supported: a component, a constant or a captured value");
        }
        TypedExpr chosen = new ConditionalRules(checker).joined(call.span(), isNull, boxed(other), present);
        return chosen instanceof TypedExpr.Apply apply
                ? new TypedExpr.Apply(apply.operation(), apply.operands(), present.type(), apply.span())
                : chosen;
    }

    /** As an operand of {@code ?:}, of which one at least is a primitive or both are of one type. */
    private TypedExpr boxed(TypedExpr other) {
        return Types.isBoxed(other.type()) ? checker.nullness().unboxed(other) : other;
    }
}
