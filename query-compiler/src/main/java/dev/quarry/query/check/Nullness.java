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
            return mayBeNull(column, "'" + column.path().last() + "'");
        }
        if (expr instanceof TypedExpr.OrNull nullable) {
            if (facts.isNonNull(nullable)) {
                return nullable.value().at(expr.span());
            }
            return Nulls.mayBe(nullable)
                    ? mayBeNull(nullable, "'" + environment.source(expr.span()) + "'")
                    : Nulls.evaluated(nullable).at(expr.span());
        }
        if (expr.type() instanceof Type.Null && !(expr instanceof TypedExpr.Erroneous)) {
            environment
                    .sink()
                    .report(new Diagnostic(
                            DiagnosticCode.WRONG_TYPE,
                            expr.span(),
                            "null has no value to use here",
                            List.of(),
                            List.of("leave out this part of the condition, which throws for every record")));
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

    /** Reports it, and goes on as if it were not null, so that all that is wrong at this place is known together. */
    private TypedExpr mayBeNull(TypedExpr reference, String what) {
        SourceSpan span = reference.span();
        Guards guards = environment.guards();
        if (guards.add(place, environment.source(span), span, Facts.nonNull(reference))) {
            environment
                    .sink()
                    .report(new Diagnostic(
                            DiagnosticCode.MAY_BE_NULL, span, what + " may be null", List.of(), List.of(help(span))));
        }
        TypedExpr known = reference instanceof TypedExpr.OrNull nullable
                ? nullable.value().at(span)
                : known((TypedExpr.Column) reference);
        return known.type() instanceof Type.Null ? new TypedExpr.Erroneous(span) : known;
    }

    /** The component, which is not null. */
    static TypedExpr.Column known(TypedExpr.Column column) {
        return new TypedExpr.Column(column.path(), column.type(), false, column.span());
    }

    private String help(SourceSpan span) {
        return environment.isReference()
                ? environment.filter(environment.guards().tests(place) + environment.source(span))
                : environment.guards().at(place);
    }
}
