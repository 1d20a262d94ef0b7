package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.type.Types;
import java.util.Optional;
import java.util.Set;

/** The constant expressions of type int (JLS 15.29), whose values decide the type of a choice. */
final class ConstantInts {
    private static final Set<String> TYPES =
            Set.of("int", "long", "double", "float", "short", "byte", "char", "boolean", "String");

    private final Environment environment;

    ConstantInts(Environment environment) {
        this.environment = environment;
    }

    /** The value of an expression, if it is one of them. */
    Optional<Integer> value(Expr expr, TypedExpr typed) {
        return typed.type().equals(Types.INT) && isConstant(expr)
                ? environment.constant(typed).map(Integer.class::cast)
                : Optional.empty();
    }

    private boolean isConstant(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal.value() != null;
        }
        if (expr instanceof Expr.Name || expr instanceof Expr.Select) {
            return NameRules.dotted(expr)
                    .filter(name -> isVariable(name, expr.span()))
                    .isPresent();
        }
        if (expr instanceof Expr.Local local) {
            return isVariable(local.name(), local.span());
        }
        if (expr instanceof Expr.Unary unary) {
            return isConstant(unary.operand());
        }
        if (expr instanceof Expr.Binary binary) {
            return isConstant(binary.left()) && isConstant(binary.right());
        }
        if (expr instanceof Expr.Conditional choice) {
            return isConstant(choice.condition()) && isConstant(choice.then()) && isConstant(choice.otherwise());
        }
        return expr instanceof Expr.Cast cast && TYPES.contains(cast.type()) && isConstant(cast.operand());
    }

    private boolean isVariable(String name, SourceSpan span) {
        return !environment.isParameter(name)
                && environment
                        .lookUp(name, span)
                        .filter(Symbol.ConstantVariable.class::isInstance)
                        .isPresent();
    }
}
