package dev.quarry.query.check;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Types;
import java.util.Set;

/**
 * Which operands are boxes in Java. What an Optional or a map holds and what {@code requireNonNull} gives is typed as the value in
 * the box, which is all the same to every operator but {@code ==} between two boxes, which compares objects (JLS 15.21.3), and a
 * choice between boxes, which unboxes none (JLS 15.25).
 */
final class Boxes {
    /**
     * Methods whose result is never primitive: those of Optional, List, Map and Objects, since it is of a type parameter, and
     * {@code decode} of the boxes.
     */
    private static final Set<String> BOXING = Set.of(
            "decode",
            "get",
            "orElse",
            "orElseGet",
            "orElseThrow",
            "getOrDefault",
            "requireNonNull",
            "requireNonNullElse",
            "requireNonNullElseGet");

    private final Environment environment;

    Boxes(Environment environment) {
        this.environment = environment;
    }

    /** Whether both are, where they hold numbers or booleans. */
    boolean areBoth(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        return isBox(expr.left(), left) && isBox(expr.right(), right);
    }

    /** Whether an expression is, as it is written and typed. */
    boolean isBox(Expr source, TypedExpr typed) {
        if (!Types.isPrimitive(typed.type())) {
            return Types.isBoxed(typed.type());
        }
        if (source instanceof Expr.Call call) {
            // a component may have the name of such a method
            return BOXING.contains(call.name()) && !(typed instanceof TypedExpr.Column);
        }
        return source instanceof Expr.Local local && environment.isBox(local);
    }
}
