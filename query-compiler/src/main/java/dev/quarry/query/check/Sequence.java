package dev.quarry.query.check;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import java.util.List;

/** One expression behind another, whose value nobody asks for: it only matters whether evaluating that one throws. */
final class Sequence {
    private Sequence() {}

    /** The second expression's value, once the first has been evaluated. */
    static TypedExpr of(TypedExpr first, TypedExpr second) {
        if (!Throwing.can(first) || second instanceof TypedExpr.Thrown || second instanceof TypedExpr.Erroneous) {
            return second;
        }
        TypedExpr defined = Nulls.defined(first);
        boolean optional = second.type() instanceof Type.OptionalOf;
        if (second instanceof TypedExpr.OrNull || optional || Nulls.mayBe(second)) {
            return new TypedExpr.OrNull(
                    and(defined, Nulls.isNull(second)), Nulls.value(second), second.type(), second.span());
        }
        return Types.isPrimitive(second.type()) && Types.isBoolean(second.type())
                ? and(defined, second)
                : otherwiseThrown(defined, second);
    }

    private static TypedExpr and(TypedExpr defined, TypedExpr second) {
        return TypedExpr.test(Operation.AND, second.span(), defined, second);
    }

    /** What is defined is true or throws, so the other branch is never chosen. */
    private static TypedExpr otherwiseThrown(TypedExpr defined, TypedExpr second) {
        TypedExpr never = new TypedExpr.Thrown(second.type(), second.span());
        return new TypedExpr.Apply(
                Operation.CONDITIONAL, List.of(defined, second, never), second.type(), second.span());
    }
}
