package dev.quarry.plan;

import dev.quarry.error.DatastoreException;
import org.jspecify.annotations.Nullable;

/**
 * Computes bind expressions over the values that one lambda object captured. What Java would throw is a result like any
 * other, {@link #POISON}: whether it matters is decided where the value is used.
 */
@SuppressWarnings("NullAway") // null is a value here, which a type variable cannot tell the checker
final class Computation implements BindExpr.Visitor<@Nullable Object> {
    /** Stands for "Java throws here". */
    static final Object POISON = new Object();

    private final Object[] captures;
    private final MentionedFields fields;

    Computation(Object[] captures, MentionedFields fields) {
        this.captures = captures;
        this.fields = fields;
    }

    @Override
    public @Nullable Object capture(BindExpr.Capture expr) {
        return captures[expr.index()];
    }

    @Override
    public @Nullable Object constant(BindExpr.Constant expr) {
        return expr.value();
    }

    @Override
    public @Nullable Object staticField(BindExpr.StaticField expr) {
        return fields.read(expr);
    }

    @Override
    public @Nullable Object instanceField(BindExpr.InstanceField expr) {
        Object object = expr.object().accept(this);
        return object == null || object == POISON ? POISON : fields.read(expr, object);
    }

    @Override
    public @Nullable Object invoke(BindExpr.Invoke expr) {
        Object[] operands = new Object[expr.operands().size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = expr.operands().get(i).accept(this);
            if (operands[i] == POISON || operands[i] == null) {
                return POISON;
            }
        }
        try {
            return expr.function().apply(operands);
        } catch (RuntimeException e) {
            return POISON;
        }
    }

    @Override
    public @Nullable Object call(BindExpr.Call expr) {
        Object first = expr.operands().get(0).accept(this);
        if (first == POISON) {
            return POISON;
        }
        if (expr.operation() == BindOperation.CHOOSE) {
            return first == null
                    ? POISON
                    : expr.operands().get((boolean) first ? 1 : 2).accept(this);
        }
        if (expr.operation() == BindOperation.AND || expr.operation() == BindOperation.OR) {
            return shortCircuit(expr, first);
        }
        Object[] operands = new Object[expr.operands().size()];
        operands[0] = first;
        for (int i = 1; i < operands.length; i++) {
            operands[i] = expr.operands().get(i).accept(this);
            if (operands[i] == POISON) {
                return POISON;
            }
        }
        return apply(expr.operation(), operands);
    }

    private @Nullable Object shortCircuit(BindExpr.Call expr, @Nullable Object first) {
        if (first == null) {
            return POISON;
        }
        boolean goesOn = (boolean) first == (expr.operation() == BindOperation.AND);
        if (!goesOn) {
            return first;
        }
        Object second = expr.operands().get(1).accept(this);
        return second == null ? POISON : second;
    }

    /** Errors of the query itself, such as a text that no store can hold, are not the lambda's and go through. */
    private static @Nullable Object apply(BindOperation operation, @Nullable Object[] operands) {
        try {
            return operation.apply(operands);
        } catch (DatastoreException e) {
            throw e;
        } catch (RuntimeException e) {
            return POISON;
        }
    }
}
