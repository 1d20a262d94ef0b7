package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
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
    private final Facts facts;
    private final Place place;

    /** The rules at one place. */
    Nullness(Environment environment, Facts facts, Place place) {
        this.environment = environment;
        this.facts = facts;
        this.place = place;
    }

    /** The expression, of which a method is called or a value is needed. */
    TypedExpr required(TypedExpr expr) {
        if (expr instanceof TypedExpr.Column column && column.nullable()) {
            return mayBeNull("'" + column.path().last() + "'", expr.span());
        }
        if (expr instanceof TypedExpr.OrNull nullable) {
            if (facts.isNonNull(nullable)) {
                return nullable.value().at(expr.span());
            }
            return Nulls.mayBe(nullable)
                    ? mayBeNull("'" + environment.source(expr.span()) + "'", expr.span())
                    : Nulls.evaluated(nullable).at(expr.span());
        }
        if (expr.type() instanceof Type.Null && !(expr instanceof TypedExpr.Erroneous)) {
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
        return value instanceof TypedExpr.Erroneous || !Types.isBoxed(value.type())
                ? value
                : new TypedExpr.Apply(Operation.UNBOX, List.of(value), Types.unboxed(value.type()), value.span());
    }

    private TypedExpr mayBeNull(String what, SourceSpan span) {
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.MAY_BE_NULL, span, what + " may be null", List.of(), List.of(guard(span))));
        return new TypedExpr.Erroneous(span);
    }

    private String guard(SourceSpan span) {
        String reference = asOperand(environment.source(span));
        if (place instanceof Place.InCondition in) {
            String condition = environment.source(in.condition().span());
            boolean bindsLess = in.condition() instanceof Expr.Conditional;
            return environment.filter(reference + " != null && " + (bindsLess ? "(" + condition + ")" : condition));
        }
        return place instanceof Place.InStatement
                ? "if (" + reference + " == null) { return false; } before this statement"
                : "Objects.requireNonNullElse(" + reference + ", …)";
    }

    /** A choice is written without the parentheses around it; one too many does no harm. */
    private static String asOperand(String reference) {
        return reference.contains("?") || reference.startsWith("switch") ? "(" + reference + ")" : reference;
    }
}
