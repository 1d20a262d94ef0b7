package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Type;
import dev.quarry.schema.FieldType;
import java.util.List;
import java.util.Optional;

/** What names stand for. */
final class NameRules {
    private final Environment environment;

    NameRules(Environment environment) {
        this.environment = environment;
    }

    /** The value of a simple name. */
    TypedExpr variable(String name, SourceSpan span) {
        if (environment.isParameter(name)) {
            return refuse(
                    DiagnosticCode.WRONG_TYPE,
                    span,
                    "the record '" + name + "' itself is no value here",
                    List.of(),
                    List.of("use its components: " + components(environment, environment.parameter() + ".%s()")));
        }
        return environment.lookUp(name, span).map(symbol -> value(symbol, span)).orElseGet(() -> unknown(name, span));
    }

    /** The record's components, each as the format writes it. */
    static String components(Environment environment, String format) {
        return String.join(
                ", ",
                environment.schema().fieldNames().stream()
                        .map(format::formatted)
                        .toList());
    }

    /** The value of {@code a.b.c}. */
    TypedExpr selected(Expr.Select expr) {
        if (root(expr) instanceof Expr.Name name && environment.isParameter(name.name())) {
            return field(expr);
        }
        Optional<String> dotted = dotted(expr);
        if (dotted.isEmpty()) {
            return refuse(
                    DiagnosticCode.NO_TRANSLATION,
                    expr.span(),
                    "the field '" + expr.name() + "' of a computed object has no SQL translation",
                    List.of(),
                    List.of(
                            expr.accept(new Mentions(environment.parameter()))
                                    ? "test the record in the program: DB.scan(store, predicate)"
                                    : "read it before the lambda and capture the result"));
        }
        return environment
                .lookUp(dotted.get(), expr.span())
                .map(symbol -> value(symbol, expr.span()))
                .orElseGet(() -> unknown(dotted.get(), expr.span()));
    }

    /** A component has an accessor at each step; anything else that stands behind the record is a constant of its class. */
    private TypedExpr field(Expr.Select expr) {
        String source = environment.source(expr.span());
        boolean component = environment.schema().component(first(expr)).isPresent();
        String instead = component
                ? source.replaceAll("\\s*\\.\\s*(\\w+)", ".$1()")
                : FieldType.simpleName(environment.schema().className()) + "." + first(expr);
        return refuse(
                DiagnosticCode.SYNTAX,
                expr.span(),
                "'" + source + "' is a field, which is not part of the query language",
                List.of(),
                List.of(instead));
    }

    /** The name that stands next to the root. */
    private static String first(Expr.Select expr) {
        return expr.target() instanceof Expr.Select inner ? first(inner) : expr.name();
    }

    private static Expr root(Expr expr) {
        return expr instanceof Expr.Select select ? root(select.target()) : expr;
    }

    /** The dotted name that an expression is, if it is nothing else. */
    static Optional<String> dotted(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return Optional.of(name.name());
        }
        return expr instanceof Expr.Select select
                ? dotted(select.target()).map(target -> target + "." + select.name())
                : Optional.empty();
    }

    private TypedExpr value(Symbol symbol, SourceSpan span) {
        if (symbol instanceof Symbol.CapturedVariable variable) {
            if (variable.type() instanceof Type.Other || variable.type() instanceof Type.RecordOf) {
                return unsupported(variable.name(), variable.type(), span);
            }
            return new TypedExpr.Captured(variable.name(), variable.type(), span);
        }
        if (symbol instanceof Symbol.ConstantVariable constant) {
            return new TypedExpr.Constant(constant.value(), constant.type(), span);
        }
        if (symbol instanceof Symbol.StaticFinalField field) {
            return field.type() instanceof Type.Other || field.type() instanceof Type.RecordOf
                    ? unsupported(field.name(), field.type(), span)
                    : new TypedExpr.StaticField(field.className(), field.name(), field.type(), span);
        }
        if (symbol instanceof Symbol.InstanceField field) {
            return field.type() instanceof Type.Other || field.type() instanceof Type.RecordOf
                    ? unsupported(field.name(), field.type(), span)
                    : new TypedExpr.InstanceField(field.className(), field.name(), field.type(), span);
        }
        if (symbol instanceof Symbol.Unusable unusable) {
            List<String> help = unusable.help() == null ? List.of() : List.of(unusable.help());
            return refuse(
                    DiagnosticCode.UNSUPPORTED_CAPTURE,
                    span,
                    unusable.description() + " cannot be used in a query",
                    List.of(),
                    help);
        }
        return refuse(
                DiagnosticCode.UNKNOWN_NAME,
                span,
                "'" + environment.source(span) + "' is a type, not a value",
                List.of(),
                List.of());
    }

    private TypedExpr unsupported(String name, Type type, SourceSpan span) {
        return refuse(
                DiagnosticCode.UNSUPPORTED_CAPTURE,
                span,
                "'" + name + "' is " + type.displayName() + ", which cannot be sent to the database",
                List.of(
                        "a captured value is a single value of a type that a component can have, or a collection or map of these"),
                List.of("take the value that the filter needs out of it before the lambda, and capture that"));
    }

    private TypedExpr unknown(String name, SourceSpan span) {
        return refuse(
                DiagnosticCode.UNKNOWN_NAME, span, "'" + name + "' stands for nothing here", List.of(), List.of());
    }

    private TypedExpr refuse(DiagnosticCode code, SourceSpan span, String what, List<String> notes, List<String> help) {
        environment.sink().report(new Diagnostic(code, span, what, notes, help));
        return new TypedExpr.Erroneous(span);
    }
}
