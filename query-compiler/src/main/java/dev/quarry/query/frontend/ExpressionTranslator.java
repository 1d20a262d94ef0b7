package dev.quarry.query.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.UnaryOperator;
import dev.quarry.query.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns JavaParser's expressions into the query language's own; what it does not have is refused where it stands. */
final class ExpressionTranslator {
    private static final String LANGUAGE =
            "it has literals, names, record components, method calls, casts of numbers, ?:, switch and the operators of booleans and numbers";
    private static final Map<BinaryExpr.Operator, BinaryOperator> BINARY = Map.ofEntries(
            Map.entry(BinaryExpr.Operator.OR, BinaryOperator.OR),
            Map.entry(BinaryExpr.Operator.AND, BinaryOperator.AND),
            Map.entry(BinaryExpr.Operator.BINARY_OR, BinaryOperator.BIT_OR),
            Map.entry(BinaryExpr.Operator.XOR, BinaryOperator.XOR),
            Map.entry(BinaryExpr.Operator.BINARY_AND, BinaryOperator.BIT_AND),
            Map.entry(BinaryExpr.Operator.LEFT_SHIFT, BinaryOperator.SHIFT_LEFT),
            Map.entry(BinaryExpr.Operator.SIGNED_RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT),
            Map.entry(BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT_UNSIGNED),
            Map.entry(BinaryExpr.Operator.EQUALS, BinaryOperator.EQUAL),
            Map.entry(BinaryExpr.Operator.NOT_EQUALS, BinaryOperator.NOT_EQUAL),
            Map.entry(BinaryExpr.Operator.LESS, BinaryOperator.LESS),
            Map.entry(BinaryExpr.Operator.LESS_EQUALS, BinaryOperator.LESS_OR_EQUAL),
            Map.entry(BinaryExpr.Operator.GREATER, BinaryOperator.GREATER),
            Map.entry(BinaryExpr.Operator.GREATER_EQUALS, BinaryOperator.GREATER_OR_EQUAL),
            Map.entry(BinaryExpr.Operator.PLUS, BinaryOperator.ADD),
            Map.entry(BinaryExpr.Operator.MINUS, BinaryOperator.SUBTRACT),
            Map.entry(BinaryExpr.Operator.MULTIPLY, BinaryOperator.MULTIPLY),
            Map.entry(BinaryExpr.Operator.DIVIDE, BinaryOperator.DIVIDE),
            Map.entry(BinaryExpr.Operator.REMAINDER, BinaryOperator.REMAINDER));

    private final Spans spans;
    private final Scope scope;
    private final LocalIds ids;

    ExpressionTranslator(Spans spans, Scope scope, LocalIds ids) {
        this.spans = spans;
        this.scope = scope;
        this.ids = ids;
    }

    Expr translate(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return translate(enclosed.getInner());
        }
        if (expression instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (expression instanceof UnaryExpr unary) {
            return unary(unary);
        }
        if (expression instanceof MethodCallExpr call) {
            return call(call);
        }
        if (expression instanceof NameExpr name) {
            return name(name.getNameAsString(), spans.of(name));
        }
        if (expression instanceof ThisExpr self) {
            return object("this", self.getTypeName(), self);
        }
        if (expression instanceof SuperExpr parent) {
            return object("super", parent.getTypeName(), parent);
        }
        if (expression instanceof FieldAccessExpr field) {
            return new Expr.Select(translate(field.getScope()), field.getNameAsString(), spans.of(field));
        }
        return composed(expression);
    }

    private Expr composed(Expression expression) {
        if (expression instanceof ConditionalExpr conditional) {
            return new Expr.Conditional(
                    translate(conditional.getCondition()),
                    translate(conditional.getThenExpr()),
                    translate(conditional.getElseExpr()),
                    spans.of(conditional));
        }
        if (expression instanceof CastExpr cast) {
            return new Expr.Cast(cast.getTypeAsString(), translate(cast.getExpression()), spans.of(cast));
        }
        if (expression instanceof SwitchExpr choice) {
            return new StatementTranslator(spans, ids).switchExpression(choice, scope);
        }
        if (expression instanceof LambdaExpr lambda) {
            return lambda(lambda);
        }
        if (expression instanceof MethodReferenceExpr reference) {
            return reference(reference);
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return new Expr.Creation(spans.of(creation));
        }
        return new LiteralTranslator(spans)
                .translate(expression)
                .orElseThrow(() -> unsupported(expression, describe(expression)));
    }

    /** {@code this}, {@code Type.this} and the same with {@code super}. */
    private Expr object(String name, Optional<Name> type, Node node) {
        SourceSpan span = spans.of(node);
        return type.<Expr>map(
                        qualifier -> new Expr.Select(dotted(qualifier.asString(), spans.of(qualifier)), name, span))
                .orElseGet(() -> new Expr.Name(name, span));
    }

    private Expr name(String name, SourceSpan span) {
        return scope.local(name, span).<Expr>map(local -> local).orElseGet(() -> new Expr.Name(name, span));
    }

    /** A lambda that is an argument; its parameters are values that the method hands it. */
    private Expr lambda(LambdaExpr lambda) {
        Scope inside = scope;
        List<Expr.Local> parameters = new ArrayList<>();
        for (Parameter parameter : lambda.getParameters()) {
            Expr.Local local = new Expr.Local(ids.next(), parameter.getNameAsString(), spans.of(parameter.getName()));
            parameters.add(local);
            inside = inside.with(local.name(), new Scope.Given(local.id()));
        }
        Expr body = new StatementTranslator(spans, ids).lambdaBody(lambda.getBody(), inside);
        return new Expr.Lambda(parameters, body, spans.of(lambda));
    }

    private Expr reference(MethodReferenceExpr reference) {
        SourceSpan span = spans.of(reference);
        Expression written = reference.getScope();
        Expr target =
                written instanceof TypeExpr type ? dotted(type.getTypeAsString(), spans.of(type)) : translate(written);
        return new Expr.MethodReference(
                target, reference.getIdentifier(), new Expr.Local(ids.next(), "argument", span), span);
    }

    /** A name, or several with dots between them, of which javac knows the whole by its place. */
    private Expr dotted(String written, SourceSpan span) {
        int dot = written.lastIndexOf('.');
        return dot < 0
                ? name(written, span)
                : new Expr.Select(dotted(written.substring(0, dot), span), written.substring(dot + 1), span);
    }

    private Expr binary(BinaryExpr binary) {
        BinaryOperator operator = BINARY.get(binary.getOperator());
        if (operator == null) {
            throw unsupported(binary, "the operator " + binary.getOperator().asString());
        }
        return new Expr.Binary(operator, translate(binary.getLeft()), translate(binary.getRight()), spans.of(binary));
    }

    private Expr unary(UnaryExpr unary) {
        SourceSpan span = spans.of(unary);
        return switch (unary.getOperator()) {
            case LOGICAL_COMPLEMENT -> new Expr.Unary(UnaryOperator.NOT, translate(unary.getExpression()), span);
            case BITWISE_COMPLEMENT -> new Expr.Unary(UnaryOperator.COMPLEMENT, translate(unary.getExpression()), span);
            case PLUS -> new Expr.Unary(UnaryOperator.PLUS, translate(unary.getExpression()), span);
            case MINUS ->
                new LiteralTranslator(spans)
                        .negated(unary)
                        .orElseGet(() -> new Expr.Unary(UnaryOperator.NEGATE, translate(unary.getExpression()), span));
            default ->
                throw unsupported(unary, "the operator " + unary.getOperator().asString());
        };
    }

    private Expr call(MethodCallExpr call) {
        List<Expr> arguments = call.getArguments().stream().map(this::translate).toList();
        return new Expr.Call(
                call.getScope().map(this::translate),
                call.getNameAsString(),
                spans.of(call.getName()),
                arguments,
                spans.of(call));
    }

    private Syntax unsupported(Node node, String what) {
        return Syntax.unsupported(spans.of(node), what, LANGUAGE, List.of());
    }

    private static String describe(Expression expression) {
        return switch (expression.getClass().getSimpleName()) {
            case "InstanceOfExpr" -> "instanceof";
            case "ArrayAccessExpr", "ArrayCreationExpr" -> "an array";
            case "AssignExpr" -> "an assignment inside an expression";
            default -> "this expression";
        };
    }
}
