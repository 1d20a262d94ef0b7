package dev.quarry.query.frontend;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.quarry.query.ast.Expr;
import dev.quarry.query.ast.Source;
import dev.quarry.query.source.SourceSpan;
import java.util.List;

/** Parses the text of a lambda or method reference. */
public final class LambdaParser {
    private LambdaParser() {}

    /** Parses; never throws for what a user wrote. */
    public static Parsed parse(String text) {
        Unescaped unescaped = Unescaped.of(text);
        try {
            return new Parsed.Tree(source(unescaped.text(), new Spans(unescaped)));
        } catch (Syntax e) {
            return new Parsed.Failure(e.diagnostic());
        }
    }

    private static Source source(String text, Spans spans) {
        Expression expression = expression(text, spans);
        while (expression.isEnclosedExpr()) {
            expression = expression.asEnclosedExpr().getInner();
        }
        if (expression instanceof MethodReferenceExpr reference) {
            return new Source.MethodReference(
                    reference.getScope().toString(), reference.getIdentifier(), spans.of(reference));
        }
        if (expression instanceof LambdaExpr lambda) {
            return lambda(lambda, spans);
        }
        throw Syntax.unsupported(
                spans.of(expression), "this", "a filter is a lambda, u -> …, or a method reference", List.of());
    }

    private static Expression expression(String text, Spans spans) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21)
                .setAttributeComments(false);
        ParseResult<Expression> result = new JavaParser(configuration).parseExpression(text);
        if (!result.isSuccessful() || result.getResult().isEmpty()) {
            Problem first = result.getProblems().get(0);
            SourceSpan span = first.getLocation()
                    .flatMap(tokens -> tokens.toRange())
                    .map(spans::of)
                    .orElseGet(spans::everything);
            throw Syntax.unreadable(span, "the parser does not understand this: " + firstLine(first.getMessage()));
        }
        return result.getResult().get();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static Source lambda(LambdaExpr lambda, Spans spans) {
        if (lambda.getParameters().size() != 1) {
            throw Syntax.unreadable(spans.everything(), "a filter has one parameter, the record");
        }
        String parameter = lambda.getParameter(0).getNameAsString();
        Expr body = new StatementTranslator(spans, new LocalIds()).lambdaBody(lambda.getBody(), Scope.EMPTY);
        return new Source.Lambda(parameter, body);
    }
}
