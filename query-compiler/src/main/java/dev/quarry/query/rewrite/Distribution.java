package dev.quarry.query.rewrite;

import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.type.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves {@code ?:} between values out of the tests that use it: {@code (c ? a : b) > 1} becomes {@code c ? a > 1 : b > 1}.
 * A test evaluates all of its operands, so the condition is evaluated just as often as before; which of several operands
 * that throw comes first makes no difference to a query. Not thread-safe.
 */
public final class Distribution {
    private static final int MOST_TESTS = 256;
    private static final Set<Operation> CONNECTIVES = EnumSet.of(
            Operation.AND, Operation.OR, Operation.NOT, Operation.SAME, Operation.UNBOX, Operation.CONDITIONAL);

    private int tests;

    private Distribution() {}

    /** The rewritten filter; empty if it would become too large. */
    public static Optional<TypedExpr> apply(TypedExpr filter) {
        Distribution distribution = new Distribution();
        TypedExpr rewritten = distribution.condition(filter);
        return distribution.tests <= MOST_TESTS ? Optional.of(rewritten) : Optional.empty();
    }

    /** Whether a filter has too many tests as it is, before anything is moved. */
    public static boolean hasTooManyTests(TypedExpr filter) {
        return count(filter, 0) > MOST_TESTS;
    }

    private static int count(TypedExpr expr, int before) {
        boolean joins = expr instanceof TypedExpr.Apply apply && CONNECTIVES.contains(apply.operation());
        if (!joins) {
            return expr.operands().isEmpty() ? before : before + 1;
        }
        int tests = before;
        for (TypedExpr operand : expr.operands()) {
            tests = count(operand, tests);
        }
        return tests;
    }

    private TypedExpr condition(TypedExpr expr) {
        if (expr instanceof TypedExpr.Invoke invoke) {
            return test(invoke);
        }
        if (!(expr instanceof TypedExpr.Apply apply) || tests > MOST_TESTS) {
            return expr;
        }
        return switch (apply.operation()) {
            case AND, OR, NOT, SAME, UNBOX -> {
                List<TypedExpr> operands =
                        apply.operands().stream().map(this::condition).toList();
                yield new TypedExpr.Apply(apply.operation(), operands, apply.type(), apply.span());
            }
            case CONDITIONAL ->
                choice(
                        apply.span(),
                        condition(apply.operand(0)),
                        condition(apply.operand(1)),
                        condition(apply.operand(2)));
            default -> test(apply);
        };
    }

    private TypedExpr test(TypedExpr test) {
        Optional<TypedExpr.Apply> found = conditional(test);
        if (found.isEmpty() || tests > MOST_TESTS) {
            tests++;
            return throwsAlways(test) ? new TypedExpr.Thrown(Types.BOOLEAN, test.span()) : test;
        }
        TypedExpr.Apply choice = found.get();
        return choice(
                test.span(),
                condition(choice.operand(0)),
                test(replace(test, choice, choice.operand(1))),
                test(replace(test, choice, choice.operand(2))));
    }

    /** Every operand of a test is evaluated. */
    private static boolean throwsAlways(TypedExpr expr) {
        return expr instanceof TypedExpr.Thrown || expr.operands().stream().anyMatch(Distribution::throwsAlways);
    }

    /** {@code ?:} with a constant is {@code &&} or {@code ||}, of which indexes know more. */
    private static TypedExpr choice(SourceSpan span, TypedExpr condition, TypedExpr then, TypedExpr otherwise) {
        if (then instanceof TypedExpr.Constant constant) {
            return Boolean.TRUE.equals(constant.value())
                    ? TypedExpr.test(Operation.OR, span, condition, otherwise)
                    : TypedExpr.test(Operation.AND, span, not(condition), otherwise);
        }
        if (otherwise instanceof TypedExpr.Constant constant) {
            return Boolean.TRUE.equals(constant.value())
                    ? TypedExpr.test(Operation.OR, span, not(condition), then)
                    : TypedExpr.test(Operation.AND, span, condition, then);
        }
        return TypedExpr.test(Operation.CONDITIONAL, span, condition, then, otherwise);
    }

    private static TypedExpr not(TypedExpr condition) {
        return condition instanceof TypedExpr.Apply apply && apply.operation() == Operation.NOT
                ? apply.operand(0)
                : TypedExpr.test(Operation.NOT, condition.span(), condition);
    }

    /** The first {@code ?:} inside a test, the outermost where they are nested. */
    private static Optional<TypedExpr.Apply> conditional(TypedExpr expr) {
        if (expr instanceof TypedExpr.Apply apply && apply.operation() == Operation.CONDITIONAL) {
            return Optional.of(apply);
        }
        return expr.operands().stream()
                .map(Distribution::conditional)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The expression with one node, found by identity, replaced. */
    private static TypedExpr replace(TypedExpr in, TypedExpr.Apply old, TypedExpr replacement) {
        if (in == old) {
            return replacement;
        }
        List<TypedExpr> operands = new ArrayList<>();
        in.operands().forEach(operand -> operands.add(replace(operand, old, replacement)));
        if (in instanceof TypedExpr.Invoke invoke) {
            return new TypedExpr.Invoke(invoke.function(), operands, invoke.type(), invoke.span());
        }
        return in instanceof TypedExpr.Apply apply
                ? new TypedExpr.Apply(apply.operation(), operands, apply.type(), apply.span())
                : in;
    }
}
