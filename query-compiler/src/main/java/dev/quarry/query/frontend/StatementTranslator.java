package dev.quarry.query.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.quarry.query.ast.Expr;
import java.util.List;
import java.util.Optional;

/**
 * Turns statements into the one expression that says what comes of them: an {@code if} chooses between what follows either
 * way, and a variable that is given another value is another variable from there on. What follows an {@code if} is
 * translated once for each way that leads to it.
 */
final class StatementTranslator {
    private static final String LANGUAGE =
            "a block has local variables, assignments to them, if, switch, return and throw";
    /** A filter with more ways through it is none that anybody wrote by hand. */
    private static final int MOST_STATEMENTS = 4_000;

    private final Spans spans;
    private final LocalIds ids;
    private int translated;

    StatementTranslator(Spans spans, LocalIds ids) {
        this.spans = spans;
        this.ids = ids;
    }

    /** What a lambda's body gives. */
    Expr lambdaBody(Statement body, Scope scope) {
        return body instanceof ExpressionStmt statement
                ? expression(statement.getExpression(), scope)
                : statement(body, scope, Exits.none(spans.of(body)));
    }

    /** A switch that gives a value. */
    Expr switchExpression(SwitchExpr choice, Scope scope) {
        return new SwitchTranslator(spans, this).expression(choice, scope, expression(choice.getSelector(), scope));
    }

    Expr expression(Expression expression, Scope scope) {
        return new ExpressionTranslator(spans, scope, ids).translate(expression);
    }

    /** What comes of some statements, one behind the other. */
    Expr sequence(NodeList<Statement> statements, int at, Scope scope, Exits exits) {
        return at == statements.size()
                ? exits.next().in(scope)
                : statement(statements.get(at), scope, exits.then(after -> sequence(statements, at + 1, after, exits)));
    }

    /** What comes of one statement and all that follow. */
    Expr statement(Statement statement, Scope scope, Exits exits) {
        if (++translated > MOST_STATEMENTS) {
            throw unsupported(statement, "a block with so many ways through it", "split the filter with and(…)");
        }
        if (statement instanceof BlockStmt block) {
            return sequence(
                    block.getStatements(),
                    0,
                    scope,
                    exits.then(after -> exits.next().in(after.leaving(scope))));
        }
        if (statement instanceof ReturnStmt result && result.getExpression().isPresent()) {
            return expression(result.getExpression().get(), scope);
        }
        if (statement instanceof YieldStmt result) {
            return expression(result.getExpression(), scope);
        }
        if (statement instanceof ThrowStmt thrown) {
            return new Expr.Throw(spans.of(thrown));
        }
        if (statement instanceof IfStmt branch) {
            return branch(branch, scope, exits);
        }
        if (statement instanceof SwitchStmt choice) {
            return new SwitchTranslator(spans, this)
                    .statement(choice, scope, expression(choice.getSelector(), scope), exits);
        }
        if (statement instanceof BreakStmt end
                && end.getLabel().isEmpty()
                && exits.onBreak().isPresent()) {
            return exits.onBreak().get().in(scope);
        }
        if (statement instanceof ExpressionStmt effect) {
            return effect(effect.getExpression(), scope, exits);
        }
        if (statement instanceof EmptyStmt) {
            return exits.next().in(scope);
        }
        throw unsupported(statement, describe(statement), "compute it before the query, and capture the result");
    }

    private Expr branch(IfStmt branch, Scope scope, Exits exits) {
        Exits leaving = exits.then(after -> exits.next().in(after.leaving(scope)));
        Expr otherwise = branch.getElseStmt()
                .map(other -> statement(other, scope, leaving))
                .orElseGet(() -> exits.next().in(scope));
        return new Expr.Branch(
                expression(branch.getCondition(), scope),
                statement(branch.getThenStmt(), scope, leaving),
                otherwise,
                spans.of(branch));
    }

    private Expr effect(Expression effect, Scope scope, Exits exits) {
        if (effect instanceof VariableDeclarationExpr declaration) {
            return declared(declaration.getVariables(), 0, scope, exits);
        }
        if (effect instanceof AssignExpr assignment
                && assignment.getOperator() == AssignExpr.Operator.ASSIGN
                && assignment.getTarget() instanceof NameExpr target) {
            Optional<Scope.Variable> variable = scope.find(target.getNameAsString());
            if (variable.isPresent()) {
                return assigned(target, variable.get(), assignment, scope, exits);
            }
        }
        throw unsupported(effect, "a statement that changes something", "give a local variable a value with =");
    }

    private Expr declared(NodeList<VariableDeclarator> variables, int at, Scope scope, Exits exits) {
        if (at == variables.size()) {
            return exits.next().in(scope);
        }
        VariableDeclarator variable = variables.get(at);
        String name = variable.getNameAsString();
        String type = variable.getTypeAsString();
        if (variable.getInitializer().isEmpty()) {
            return declared(variables, at + 1, scope.with(name, new Scope.Declared(type)), exits);
        }
        Expr value = expression(variable.getInitializer().get(), scope);
        Expr.Local local = new Expr.Local(ids.next(), name, spans.of(variable.getName()));
        Scope after = scope.with(name, new Scope.Given(local.id()));
        return new Expr.Let(
                local,
                Optional.of(type),
                Optional.empty(),
                value,
                declared(variables, at + 1, after, exits),
                spans.of(variable));
    }

    private Expr assigned(NameExpr target, Scope.Variable variable, AssignExpr assignment, Scope scope, Exits exits) {
        if (scope.fixed().contains(target.getNameAsString())) {
            throw unsupported(
                    assignment,
                    "an assignment in a switch that gives a value to a variable from outside of it",
                    "give the variable its value before or behind the switch, or use a switch that is a statement");
        }
        Expr value = expression(assignment.getValue(), scope);
        Expr.Local local = new Expr.Local(ids.next(), target.getNameAsString(), spans.of(target));
        Optional<String> type =
                variable instanceof Scope.Declared declared ? Optional.of(declared.type()) : Optional.empty();
        Optional<Expr.Local> earlier = scope.local(local.name(), local.span());
        Expr body = exits.next().in(scope.with(local.name(), new Scope.Given(local.id())));
        return new Expr.Let(local, type, earlier, value, body, spans.of(assignment));
    }

    Syntax unsupported(Node node, String what, String help) {
        return Syntax.unsupported(spans.of(node), what, LANGUAGE, List.of(help));
    }

    private static String describe(Statement statement) {
        return switch (statement.getClass().getSimpleName()) {
            case "ForStmt", "ForEachStmt", "WhileStmt", "DoStmt" -> "a loop";
            case "TryStmt" -> "try";
            case "SynchronizedStmt" -> "synchronized";
            case "LocalClassDeclarationStmt", "LocalRecordDeclarationStmt" -> "a class inside a lambda";
            default -> "this statement";
        };
    }
}
