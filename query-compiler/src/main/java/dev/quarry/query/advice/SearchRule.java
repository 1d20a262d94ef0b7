package dev.quarry.query.advice;

import dev.quarry.query.advice.Search.ByComponent;
import dev.quarry.query.advice.Search.Comparison;
import dev.quarry.query.advice.Search.EachOf;
import dev.quarry.query.advice.Search.EitherOf;
import dev.quarry.query.advice.Search.Unaided;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import dev.quarry.query.type.Types;
import dev.quarry.schema.ScalarKind;
import java.util.Optional;

/**
 * The rule: an index helps where a component is compared with something in which no record takes part. What the captured
 * values decide is taken to leave the choice open.
 */
final class SearchRule {
    private SearchRule() {}

    /** How to find the records for which a condition has an outcome. */
    static Search search(TypedExpr condition, boolean outcome) {
        if (isSameForAll(condition)) {
            return Unaided.SAME_FOR_ALL;
        }
        return condition instanceof TypedExpr.Apply apply
                ? operation(apply, outcome)
                : byComponent(condition, Comparison.UNSELECTIVE);
    }

    private static Search operation(TypedExpr.Apply expr, boolean outcome) {
        TypedExpr first = expr.operand(0);
        return switch (expr.operation()) {
            case UNBOX -> search(first, outcome);
            case NOT -> search(first, !outcome);
            case AND -> joined(expr, outcome, !outcome);
            case OR -> joined(expr, outcome, outcome);
            case SAME -> same(first, expr.operand(1));
            case CONDITIONAL -> isSameForAll(first) ? oneOf(expr, outcome) : Unaided.EVERY_RECORD;
            case LESS, LESS_OR_EQUAL, BEFORE, BEFORE_OR_EQUAL ->
                outcome || keepsItsRange(expr) ? compared(expr, Comparison.RANGE) : Unaided.EVERY_RECORD;
            case EQUAL, COMPARES_EQUAL, EQUALS, OBJECTS_EQUALS, IDENTICAL ->
                outcome ? compared(expr, Comparison.VALUE) : Unaided.EVERY_RECORD;
            case STARTS_WITH ->
                isSameForAll(expr.operand(1))
                        ? byComponent(first, outcome ? Comparison.RANGE : Comparison.UNSELECTIVE)
                        : Unaided.EVERY_RECORD;
            case CONTAINS, CONTAINS_KEY, CONTAINS_VALUE ->
                outcome
                                && isSameForAll(first)
                                && !Types.isFloating(expr.operand(1).type())
                        ? byComponent(expr.operand(1), Comparison.VALUE)
                        : Unaided.EVERY_RECORD;
            case TEXT_IS_EMPTY -> outcome ? byComponent(first, Comparison.VALUE) : Unaided.EVERY_RECORD;
            case IS_NULL -> outcome ? byComponent(first, Comparison.RANGE) : Unaided.EVERY_RECORD;
            default -> Unaided.EVERY_RECORD;
        };
    }

    /** The second operand is asked only where the first one has not thrown, which no index knows. */
    private static Search joined(TypedExpr.Apply expr, boolean outcome, boolean oneIsEnough) {
        Search left = search(expr.operand(0), outcome);
        Search right = search(expr.operand(1), outcome);
        if (!oneIsEnough) {
            return new EitherOf(left, right);
        }
        if (left == Unaided.SAME_FOR_ALL) {
            return right;
        }
        if (right == Unaided.SAME_FOR_ALL) {
            return left;
        }
        return canThrow(expr.operand(0)) ? Unaided.EVERY_RECORD : new EachOf(left, right);
    }

    /** A captured boolean asks for one outcome of the other side, and which one is not known yet. */
    private static Search same(TypedExpr left, TypedExpr right) {
        if (!isSameForAll(left) && !isSameForAll(right)) {
            return Unaided.EVERY_RECORD;
        }
        TypedExpr condition = isSameForAll(left) ? right : left;
        return new EachOf(search(condition, true), search(condition, false));
    }

    /** Captured values choose one of the two, and which one is not known yet. */
    private static Search oneOf(TypedExpr.Apply conditional, boolean outcome) {
        return new EachOf(search(conditional.operand(1), outcome), search(conditional.operand(2), outcome));
    }

    private static Search compared(TypedExpr.Apply expr, Comparison comparison) {
        if (isSameForAll(expr.operand(1))) {
            return byComponent(expr.operand(0), comparison);
        }
        return isSameForAll(expr.operand(0)) ? byComponent(expr.operand(1), comparison) : Unaided.EVERY_RECORD;
    }

    /** A NaN, which comes behind all numbers, is in the opposite of every comparison: only there one range has both. */
    private static boolean keepsItsRange(TypedExpr.Apply ordering) {
        TypedExpr first = ordering.operand(0);
        return !Types.is(first.type(), ScalarKind.DOUBLE)
                || component(first)
                        .filter(column -> Types.is(column.type(), ScalarKind.DOUBLE))
                        .isPresent();
    }

    private static Search byComponent(TypedExpr expr, Comparison comparison) {
        return component(expr)
                .filter(column -> column.type() instanceof Type.Scalar || column.type() instanceof Type.EnumType)
                .<Search>map(column -> new ByComponent(column.path(), comparison))
                .orElse(Unaided.EVERY_RECORD);
    }

    /** The component itself, or widened without being rounded. */
    private static Optional<TypedExpr.Column> component(TypedExpr expr) {
        if (expr instanceof TypedExpr.Column column) {
            return Optional.of(column);
        }
        if (!(expr instanceof TypedExpr.Apply apply)) {
            return Optional.empty();
        }
        boolean exact = switch (apply.operation()) {
            case UNBOX -> true;
            case TO_LONG, TO_DOUBLE -> Types.is(apply.operand(0).type(), ScalarKind.INT);
            default -> false;
        };
        return exact ? component(apply.operand(0)) : Optional.empty();
    }

    private static boolean isSameForAll(TypedExpr expr) {
        if (expr instanceof TypedExpr.Invoke invoke) {
            return invoke.operands().stream().allMatch(SearchRule::isSameForAll);
        }
        if (expr instanceof TypedExpr.Apply apply) {
            return isNeverNull(apply) || apply.operands().stream().allMatch(SearchRule::isSameForAll);
        }
        return !(expr instanceof TypedExpr.Column);
    }

    private static boolean isNeverNull(TypedExpr.Apply expr) {
        return expr.operation() == Operation.IS_NULL
                && expr.operand(0) instanceof TypedExpr.Column column
                && !column.nullable();
    }

    /** Whole numbers throw when they are divided by zero, lists behind their ends, and some methods as they please. */
    private static boolean canThrow(TypedExpr expr) {
        if (expr instanceof TypedExpr.Invoke invoke) {
            return !isSameForAll(expr)
                    && (invoke.function().signature().canThrow()
                            || invoke.operands().stream().anyMatch(SearchRule::canThrow));
        }
        if (!(expr instanceof TypedExpr.Apply apply) || isSameForAll(expr)) {
            return false;
        }
        boolean reads = apply.operation() == Operation.ELEMENT_AT || apply.operation() == Operation.MAP_VALUE;
        boolean divides = apply.operation() == Operation.DIVIDE || apply.operation() == Operation.REMAINDER;
        return reads
                || (divides && !Types.isFloating(apply.type()) && mayBeZero(apply.operand(1)))
                || apply.operands().stream().anyMatch(SearchRule::canThrow);
    }

    private static boolean mayBeZero(TypedExpr divisor) {
        if (divisor instanceof TypedExpr.Apply widened && widened.operation() == Operation.TO_LONG) {
            return mayBeZero(widened.operand(0));
        }
        return !(divisor instanceof TypedExpr.Constant constant
                && constant.value() instanceof Number number
                && number.longValue() != 0);
    }
}
