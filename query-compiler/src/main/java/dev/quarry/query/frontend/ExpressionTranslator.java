package dev.quarry.query.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.quarry.query.ast.BinaryOperator;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.UnaryOperator;
import dev.quarry.query.source.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns JavaParser's expressions into the query language's own; what it does not have is refused where it stands. */
final class ExpressionTranslator {
    private static final String LANGUAGE =
            "it has literals, names, record components, method calls, casts of numbers, ?: and the operators of booleans and numbers";
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

    ExpressionTranslator(Spans spans) {
        this.spans = spans;
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
            return new Expr.Name(name.getNameAsString(), spans.of(name));
        }
        if (expression instanceof FieldAccessExpr field) {
            return new Expr.Select(translate(field.getScope()), field.getNameAsString(), spans.of(field));
        }
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
        return literal(expression);
    }

    private Expr literal(Expression expression) {
        if (expression instanceof IntegerLiteralExpr number) {
            return literal(number, fitting(number, Literals.integer(number.getValue(), false)));
        }
        if (expression instanceof LongLiteralExpr number) {
            return literal(number, fitting(number, Literals.longInteger(number.getValue(), false)));
        }
        if (expression instanceof DoubleLiteralExpr number) {
            return literal(number, real(number));
        }
        if (expression instanceof CharLiteralExpr character) {
            return literal(character, Literals.text(character.getValue()).charAt(0));
        }
        if (expression instanceof StringLiteralExpr text) {
            return literal(text, Literals.text(text.getValue()));
        }
        if (expression instanceof TextBlockLiteralExpr text) {
            return literal(text, Literals.textBlock(text.getValue()));
        }
        if (expression instanceof BooleanLiteralExpr truth) {
            return literal(truth, truth.getValue());
        }
        if (expression instanceof NullLiteralExpr) {
            return new Expr.Literal(null, spans.of(expression));
        }
        throw unsupported(expression, describe(expression), List.of());
    }

    private Expr literal(Node node, Object value) {
        return new Expr.Literal(value, spans.of(node));
    }

    private Object fitting(Node node, Optional<Object> value) {
        return value.orElseThrow(() -> Syntax.unreadable(spans.of(node), "this number does not fit its type"));
    }

    private static Object real(DoubleLiteralExpr number) {
        String written = number.getValue().toLowerCase(Locale.ROOT);
        boolean single = written.endsWith("f") && (!written.startsWith("0x") || written.contains("p"));
        return single ? (Object) Literals.single(number.getValue()) : Literals.real(number.getValue());
    }

    private Expr binary(BinaryExpr binary) {
        BinaryOperator operator = BINARY.get(binary.getOperator());
        if (operator == null) {
            throw unsupported(binary, "the operator " + binary.getOperator().asString(), List.of());
        }
        return new Expr.Binary(operator, translate(binary.getLeft()), translate(binary.getRight()), spans.of(binary));
    }

    private Expr unary(UnaryExpr unary) {
        SourceSpan span = spans.of(unary);
        if (unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return new Expr.Unary(UnaryOperator.NOT, translate(unary.getExpression()), span);
        }
        if (unary.getOperator() == UnaryExpr.Operator.BITWISE_COMPLEMENT) {
            return new Expr.Unary(UnaryOperator.COMPLEMENT, translate(unary.getExpression()), span);
        }
        if (unary.getOperator() == UnaryExpr.Operator.PLUS) {
            return translate(unary.getExpression());
        }
        if (unary.getOperator() != UnaryExpr.Operator.MINUS) {
            throw unsupported(unary, "the operator " + unary.getOperator().asString(), List.of());
        }
        if (unary.getExpression() instanceof IntegerLiteralExpr number) {
            return new Expr.Literal(fitting(unary, Literals.integer(number.getValue(), true)), span);
        }
        if (unary.getExpression() instanceof LongLiteralExpr number) {
            return new Expr.Literal(fitting(unary, Literals.longInteger(number.getValue(), true)), span);
        }
        return new Expr.Unary(UnaryOperator.NEGATE, translate(unary.getExpression()), span);
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

    private Syntax unsupported(Node node, String what, List<String> help) {
        return Syntax.unsupported(spans.of(node), what, LANGUAGE, help);
    }

    private static String describe(Expression expression) {
        return switch (expression.getClass().getSimpleName()) {
            case "InstanceOfExpr" -> "instanceof";
            case "LambdaExpr", "MethodReferenceExpr" -> "a lambda inside a lambda";
            case "ObjectCreationExpr" -> "the creation of an object";
            case "ArrayAccessExpr", "ArrayCreationExpr" -> "an array";
            case "AssignExpr" -> "an assignment";
            case "SwitchExpr" -> "a switch";
            case "ThisExpr", "SuperExpr" -> "'" + expression + "'";
            default -> "this expression";
        };
    }
}
