package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.diagnostic.Diagnostic;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Accessors: {@code c.population()}, {@code c.name().common()}. */
final class ComponentRules {
    private final Environment environment;
    private final Facts facts;

    ComponentRules(Environment environment, Facts facts) {
        this.environment = environment;
        this.facts = facts;
    }

    /** A component of the record itself. */
    TypedExpr of(Expr.Call call) {
        return of(call, environment.schema(), Optional.empty());
    }

    /** A component of a nested record, which is there. */
    TypedExpr of(Expr.Call call, TypedExpr.Column nested, Type.RecordOf type) {
        return of(call, type.schema(), Optional.of(nested.path()));
    }

    private TypedExpr of(Expr.Call call, Schema schema, Optional<FieldPath> around) {
        Optional<Component> found =
                call.arguments().isEmpty() ? schema.component(call.name()) : Optional.<Component>empty();
        if (found.isEmpty()) {
            return unknown(call, schema);
        }
        FieldPath path = around.map(outer -> outer.then(call.name())).orElseGet(() -> FieldPath.of(call.name()));
        boolean nullable = found.get().presence().allowsNull() && !facts.isNonNull(path);
        return new TypedExpr.Column(path, Types.of(found.get()), nullable, call.span());
    }

    private TypedExpr unknown(Expr.Call call, Schema schema) {
        String record = schema.className()
                .substring(Math.max(
                                schema.className().lastIndexOf('.'),
                                schema.className().lastIndexOf('$'))
                        + 1);
        List<String> help = Suggestions.nearest(call.name(), schema.fieldNames())
                .map(name -> List.of(name + "()"))
                .orElse(List.of());
        String arguments = call.arguments().isEmpty() ? "()" : "(…)";
        environment
                .sink()
                .report(new Diagnostic(
                        DiagnosticCode.UNKNOWN_COMPONENT,
                        call.nameSpan(),
                        "'" + call.name() + arguments + "' is not a component of " + record,
                        List.of("a query reads what is stored: " + String.join(", ", schema.fieldNames())),
                        help));
        return new TypedExpr.Erroneous(call.span());
    }
}
