package dev.quarry.query.check;

import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;

/** Refuses to use what may be null as if it could not be. A captured null is known at the call and needs no rule. */
final class Nullness {
    private final Environment environment;
    private final SourceSpan conjunct;

    /**
     * The rules at one place.
     *
     * @param conjunct the operand of {@code &&} or {@code ||} around the place, before which a test for null would go
     */
    Nullness(Environment environment, SourceSpan conjunct) {
        this.environment = environment;
        this.conjunct = conjunct;
    }

    /** The expression, of which a method is called or a value is needed. */
    TypedExpr required(TypedExpr expr) {
        if (expr instanceof TypedExpr.Column column && column.nullable()) {
            report(column.path().last(), expr.span());
            return new TypedExpr.Erroneous(expr.span());
        }
        if (expr.type() instanceof Type.Null) {
            environment.sink().report(DiagnosticCode.WRONG_TYPE, expr.span(), "null has no value to use here");
            return new TypedExpr.Erroneous(expr.span());
        }
        return expr;
    }

    /** The expression with its box removed, if it has one. */
    TypedExpr unboxed(TypedExpr expr) {
        if (!Types.isBoxed(expr.type())) {
            return expr;
        }
        TypedExpr value = required(expr);
        return value instanceof TypedExpr.Erroneous
                ? value
                : new TypedExpr.Apply(Operation.UNBOX, List.of(value), Types.unboxed(value.type()), value.span());
    }

    private void report(String component, SourceSpan span) {
        String guard = environment.source(span) + " != null && " + environment.source(conjunct);
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.MAY_BE_NULL,
                        span,
                        "'" + component + "' may be null",
                        List.of(),
                        List.of(guard)));
    }
}
