package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.catalog.Owner;
import dev.quarry.query.diagnostic.DiagnosticCode;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Type;
import java.util.List;
import java.util.Optional;

/** Lambdas inside the lambda: what the method does with them is said by putting its values in the place of parameters. */
final class LambdaRules {
    /** What {@code String} and the boxes have as a static method of one value. */
    private static final String OF_CLASS = "valueOf";

    private final ExpressionChecker checker;

    LambdaRules(ExpressionChecker checker) {
        this.checker = checker;
    }

    /** What a function gives for a value, which is not null. */
    Judged applied(Expr function, TypedExpr value) {
        if (function instanceof Expr.Lambda lambda && lambda.parameters().size() == 1) {
            checker.environment().bind(lambda.parameters().get(0), Judged.of(value));
            checker.environment().noteBox(lambda.parameters().get(0));
            return lambda.body().accept(checker.inLambda(lambda.body()));
        }
        return function instanceof Expr.MethodReference reference
                ? call(reference, value).accept(checker.inLambda(reference))
                : Judged.of(unknown(function));
    }

    /** What a supplier gives. */
    Judged supplied(Expr supplier) {
        if (supplier instanceof Expr.MethodReference reference) {
            SourceSpan span = reference.span();
            Expr call = new Expr.Call(Optional.of(reference.scope()), reference.method(), span, List.of(), span);
            return call.accept(checker.inLambda(reference));
        }
        return supplier instanceof Expr.Lambda lambda && lambda.parameters().isEmpty()
                ? lambda.body().accept(checker.inLambda(lambda.body()))
                : Judged.of(unknown(supplier));
    }

    /**
     * What a method that took a function gives. The object of a method reference is evaluated before the method is called,
     * whether or not that calls the function (JLS 15.13.3); a lambda's body is not.
     */
    TypedExpr once(Expr function, TypedExpr result) {
        if (!(function instanceof Expr.MethodReference reference) || isOfType(reference)) {
            return result;
        }
        TypedExpr object = checker.nullness().required(checker.value(reference.scope()));
        return object instanceof TypedExpr.Erroneous ? object : Sequence.of(Nulls.asked(object), result);
    }

    private boolean isOfType(Expr.MethodReference reference) {
        return NameRules.dotted(reference.scope())
                .flatMap(dotted ->
                        checker.environment().lookUp(dotted, reference.scope().span()))
                .filter(Symbol.TypeName.class::isInstance)
                .isPresent();
    }

    /** {@code String::length} is {@code argument.length()}; {@code Math::abs} is {@code Math.abs(argument)}. */
    private Expr call(Expr.MethodReference reference, TypedExpr value) {
        Expr.Local argument = reference.argument();
        SourceSpan span = reference.span();
        checker.environment().bind(argument, Judged.of(value));
        boolean ofValue = NameRules.dotted(reference.scope())
                .flatMap(dotted ->
                        checker.environment().lookUp(dotted, reference.scope().span()))
                .filter(symbol -> symbol instanceof Symbol.TypeName type && isOf(value.type(), type.className()))
                .filter(type -> !reference.method().equals(OF_CLASS))
                .isPresent();
        return ofValue
                ? new Expr.Call(Optional.of(argument), reference.method(), span, List.of(), span)
                : new Expr.Call(Optional.of(reference.scope()), reference.method(), span, List.of(argument), span);
    }

    private static boolean isOf(Type type, String className) {
        if (type instanceof Type.RecordOf record) {
            return record.schema().className().equals(className);
        }
        return type instanceof Type.EnumType enumeration
                ? enumeration.className().equals(className)
                : Owner.of(type).className().equals(className);
    }

    private TypedExpr unknown(Expr function) {
        return checker.refuse(
                DiagnosticCode.SYNTAX,
                function.span(),
                "only a lambda or a method reference can stand here",
                "what a variable holds is not known while compiling",
                "write the lambda itself here");
    }

    /** A lambda where no method takes one. */
    static TypedExpr misplaced(ExpressionChecker checker, SourceSpan span) {
        return checker.refuse(
                DiagnosticCode.SYNTAX,
                span,
                "a lambda inside a lambda is not part of the query language here",
                "supported: lambdas in the methods of Optional and in those of Objects that take a supplier",
                "test the record in the program with DB.scan");
    }
}
