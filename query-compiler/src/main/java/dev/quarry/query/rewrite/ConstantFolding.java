package dev.quarry.query.rewrite;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Computes constant expressions and leaves out what they decide never runs, as javac does. What only code that never runs
 * would capture, the lambda object need not hold.
 */
public final class ConstantFolding {
    private static final Set<Operation> CONSTANT = EnumSet.of(
            Operation.ADD,
            Operation.SUBTRACT,
            Operation.MULTIPLY,
            Operation.DIVIDE,
            Operation.REMAINDER,
            Operation.NEGATE,
            Operation.BIT_AND,
            Operation.BIT_OR,
            Operation.BIT_XOR,
            Operation.COMPLEMENT,
            Operation.SHIFT_LEFT,
            Operation.SHIFT_RIGHT,
            Operation.SHIFT_RIGHT_UNSIGNED,
            Operation.TO_INT,
            Operation.TO_LONG,
            Operation.TO_DOUBLE,
            Operation.EQUAL,
            Operation.LESS,
            Operation.LESS_OR_EQUAL,
            Operation.SAME,
            Operation.NOT);

    private final Function<TypedExpr, Optional<Object>> evaluate;

    /**
     * A folding.
     *
     * @param evaluate gives the value of an operation on constants; empty if it throws
     */
    public ConstantFolding(Function<TypedExpr, Optional<Object>> evaluate) {
        this.evaluate = evaluate;
    }

    /** The folded expression. */
    public TypedExpr fold(TypedExpr expr) {
        if (expr instanceof TypedExpr.Invoke invoke) {
            List<TypedExpr> operands =
                    invoke.operands().stream().map(this::fold).toList();
            return new TypedExpr.Invoke(invoke.function(), operands, invoke.type(), invoke.span());
        }
        if (!(expr instanceof TypedExpr.Apply apply)) {
            return expr;
        }
        List<TypedExpr> operands = apply.operands().stream().map(this::fold).toList();
        TypedExpr.Apply folded = new TypedExpr.Apply(apply.operation(), operands, apply.type(), apply.span());
        TypedExpr first = operands.get(0);
        if (apply.operation() == Operation.CONDITIONAL && first instanceof TypedExpr.Constant decided) {
            return operands.get(Boolean.TRUE.equals(decided.value()) ? 1 : 2);
        }
        if (apply.operation() == Operation.AND && first instanceof TypedExpr.Constant decided) {
            return Boolean.TRUE.equals(decided.value()) ? operands.get(1) : first;
        }
        if (apply.operation() == Operation.OR && first instanceof TypedExpr.Constant decided) {
            return Boolean.TRUE.equals(decided.value()) ? first : operands.get(1);
        }
        boolean constant = CONSTANT.contains(apply.operation())
                && operands.stream()
                        .allMatch(operand -> operand instanceof TypedExpr.Constant known && known.value() != null);
        return constant
                ? evaluate.apply(folded)
                        .<TypedExpr>map(value -> new TypedExpr.Constant(value, apply.type(), apply.span()))
                        .orElse(folded)
                : folded;
    }
}
