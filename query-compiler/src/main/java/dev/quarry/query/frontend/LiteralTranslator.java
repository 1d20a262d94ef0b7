package dev.quarry.query.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.quarry.query.ast.Expr;
import java.util.Optional;

/** Turns JavaParser's literals into the query language's, with their values. */
final class LiteralTranslator {
    private final Spans spans;

    LiteralTranslator(Spans spans) {
        this.spans = spans;
    }

    /** The literal; empty if the expression is none. */
    Optional<Expr> translate(Expression expression) {
        if (expression instanceof IntegerLiteralExpr number) {
            return literal(number, fitting(number, Literals.integer(number.getValue(), false)));
        }
        if (expression instanceof LongLiteralExpr number) {
            return literal(number, fitting(number, Literals.longInteger(number.getValue(), false)));
        }
        if (expression instanceof DoubleLiteralExpr number) {
            return literal(number, Literals.real(number.getValue()));
        }
        if (expression instanceof StringLiteralExpr text) {
            return literal(text, Literals.text(text.getValue()));
        }
        if (expression instanceof TextBlockLiteralExpr text) {
            return literal(text, Literals.textBlock(text.getValue()));
        }
        if (expression instanceof CharLiteralExpr character) {
            return literal(character, Literals.text(character.getValue()).charAt(0));
        }
        if (expression instanceof BooleanLiteralExpr truth) {
            return literal(truth, truth.getValue());
        }
        return expression instanceof NullLiteralExpr
                ? Optional.of(new Expr.Literal(null, spans.of(expression)))
                : Optional.empty();
    }

    /** A literal with a minus before it: the smallest whole numbers cannot be written without it. */
    Optional<Expr> negated(UnaryExpr minus) {
        if (minus.getExpression() instanceof IntegerLiteralExpr number) {
            return literal(minus, fitting(minus, Literals.integer(number.getValue(), true)));
        }
        return minus.getExpression() instanceof LongLiteralExpr number
                ? literal(minus, fitting(minus, Literals.longInteger(number.getValue(), true)))
                : Optional.empty();
    }

    private Optional<Expr> literal(Node node, Object value) {
        return Optional.of(new Expr.Literal(value, spans.of(node)));
    }

    private Object fitting(Node node, Optional<Object> value) {
        return value.orElseThrow(() -> Syntax.unreadable(spans.of(node), "this number does not fit its type"));
    }
}
