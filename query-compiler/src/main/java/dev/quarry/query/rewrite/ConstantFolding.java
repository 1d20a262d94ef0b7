package dev.quarry.query.rewrite;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import java.util.ArrayList;
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
            Operation.TO_FLOAT,
            Operation.TO_SHORT,
            Operation.TO_BYTE,
            Operation.TO_CHAR,
            Operation.EQUAL,
            Operation.LESS,
            Operation.LESS_OR_EQUAL,
            Operation.SAME,
            Operation.NOT);

    private final Function<TypedExpr, Optional<Object>> evaluate;
    private final List<SourceSpan> neverRun = new ArrayList<>();

    private ConstantFolding(Function<TypedExpr, Optional<Object>> evaluate) {
        this.evaluate = evaluate;
    }

    /**
     * What folding came to.
     *
     * @param expr the folded expression
     * @param neverRun the stretches of the source that were left out
     */
    public record Folded(TypedExpr expr, List<SourceSpan> neverRun) {}

    /**
     * Folds an expression.
     *
     * @param evaluate gives the value of an operation on constants; empty if it throws
     */
    public static Folded fold(TypedExpr expr, Function<TypedExpr, Optional<Object>> evaluate) {
        ConstantFolding folding = new ConstantFolding(evaluate);
        return new Folded(folding.fold(expr), List.copyOf(folding.neverRun));
    }

    private TypedExpr fold(TypedExpr expr) {
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
        if (operands.get(0) instanceof TypedExpr.Constant first) {
            boolean truth = Boolean.TRUE.equals(first.value());
            switch (apply.operation()) {
                case CONDITIONAL -> {
                    return truth ? chosen(operands, 1, 2) : chosen(operands, 2, 1);
                }
                case AND -> {
                    return truth ? operands.get(1) : chosen(operands, 0, 1);
                }
                case OR -> {
                    return truth ? chosen(operands, 0, 1) : operands.get(1);
                }
                default -> {}
            }
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

    private TypedExpr chosen(List<TypedExpr> operands, int kept, int leftOut) {
        neverRun.add(operands.get(leftOut).span());
        return operands.get(kept);
    }
}
