package dev.quarry.query.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.quarry.query.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Turns both kinds of switch, with arrows and with colons, into cases and what comes of each. */
final class SwitchTranslator {
    private final Spans spans;
    private final StatementTranslator statements;

    SwitchTranslator(Spans spans, StatementTranslator statements) {
        this.spans = spans;
        this.statements = statements;
    }

    /** A switch that gives a value. */
    Expr expression(SwitchExpr choice, Scope scope, Expr selector) {
        NodeList<SwitchEntry> entries = choice.getEntries();
        Exits none = Exits.none(spans.of(choice));
        Scope inside = scope.insideValue();
        return new Expr.Switch(
                selector,
                cases(entries, at -> result(entries, at, inside, none)),
                otherwise(entries, at -> result(entries, at, inside, none)),
                spans.of(choice));
    }

    /** An arrow gives its expression's value; other code yields one. */
    private Expr result(NodeList<SwitchEntry> entries, int at, Scope scope, Exits exits) {
        SwitchEntry entry = entries.get(at);
        return entry.getType() == SwitchEntry.Type.EXPRESSION
                ? statements.expression(((ExpressionStmt) entry.getStatement(0)).getExpression(), scope)
                : code(entries, at, scope, exits);
    }

    /** A switch that is a statement, with all that follows it. */
    Expr statement(SwitchStmt choice, Scope scope, Expr selector, Exits exits) {
        NodeList<SwitchEntry> entries = choice.getEntries();
        Exits.Continuation behind = after -> exits.next().in(after.leaving(scope));
        Exits inside = new Exits(behind, Optional.of(behind));
        Optional<Expr> otherwise = otherwise(entries, at -> code(entries, at, scope, inside));
        return new Expr.Switch(
                selector,
                cases(entries, at -> code(entries, at, scope, inside)),
                otherwise.or(() -> Optional.of(exits.next().in(scope))),
                spans.of(choice));
    }

    /** The code of an entry; behind colons it falls through into that of the next one. */
    private Expr code(NodeList<SwitchEntry> entries, int at, Scope scope, Exits exits) {
        if (at == entries.size()) {
            return exits.next().in(scope);
        }
        boolean fallsThrough = entries.get(at).getType() == SwitchEntry.Type.STATEMENT_GROUP;
        Exits through = fallsThrough ? exits.then(after -> code(entries, at + 1, after, exits)) : exits;
        return statements.sequence(entries.get(at).getStatements(), 0, scope, through);
    }

    private List<Expr.Case> cases(NodeList<SwitchEntry> entries, IntFunction<Expr> result) {
        List<Expr.Case> cases = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).getLabels().isEmpty()) {
                cases.add(new Expr.Case(labels(entries.get(i)), result.apply(i)));
            }
        }
        return cases;
    }

    private static Optional<Expr> otherwise(NodeList<SwitchEntry> entries, IntFunction<Expr> result) {
        for (int i = 0; i < entries.size(); i++) {
            SwitchEntry entry = entries.get(i);
            if (entry.isDefault() || entry.getLabels().isEmpty()) {
                return Optional.of(result.apply(i));
            }
        }
        return Optional.empty();
    }

    private List<Expr> labels(SwitchEntry entry) {
        List<Expr> labels = new ArrayList<>();
        for (Expression label : entry.getLabels()) {
            boolean pattern = label instanceof PatternExpr || label instanceof NullLiteralExpr;
            if (pattern || entry.getGuard().isPresent()) {
                throw statements.unsupported(label, "a case that is no constant", "test it before the switch");
            }
            labels.add(statements.expression(label, Scope.EMPTY));
        }
        return labels;
    }
}
