package dev.quarry.plan;

import dev.quarry.error.FilterTooLarge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Groups long runs of one operator in halves, since engines limit how deeply SQL is nested. The first operand of {@code &&} that is
 * not true, and of {@code ||} that is not false, decides, whether it has an outcome or throws, and none behind it is evaluated:
 * how they are grouped makes no difference. The lambdas stay in their order.
 */
final class Regrouping {
    /** SQLite nests 1,000 levels; the rest is for the lambdas and what stands around them. */
    static final int DEEPEST = 900;
    /** What is nested no deeper stays as it is written. */
    static final int AS_WRITTEN = 100;

    private final String joins;
    private final int lambdas;

    private Regrouping(String joins, int lambdas) {
        this.joins = joins;
        this.lambdas = lambdas;
    }

    /**
     * The joins of a {@link FilterTree}, nested less deeply where they are deep.
     *
     * @throws FilterTooLarge if they are nested too deeply, however they are grouped
     */
    static String of(String joins, int lambdas) {
        return depth(joins) <= AS_WRITTEN ? joins : new Regrouping(joins, lambdas).regrouped();
    }

    /** How many operators stand one inside the other. */
    static int depth(String joins) {
        int[] depths = new int[joins.length()];
        int top = -1;
        for (int i = joins.length() - 1; i >= 0; i--) {
            switch (joins.charAt(i)) {
                case FilterTree.LAMBDA -> depths[++top] = 0;
                case FilterTree.OPPOSITE -> depths[top]++;
                default -> {
                    int left = depths[top--];
                    depths[top] = 1 + Math.max(left, depths[top]);
                }
            }
        }
        return depths[0];
    }

    private String regrouped() {
        Deque<Run> runs = new ArrayDeque<>();
        for (int i = joins.length() - 1; i >= 0; i--) {
            char join = joins.charAt(i);
            switch (join) {
                case FilterTree.LAMBDA -> runs.push(new Run(join, List.of(new Part(String.valueOf(join), 0))));
                case FilterTree.OPPOSITE -> runs.getFirst().negate();
                default -> runs.push(joined(join, runs.pop(), runs.pop()));
            }
        }
        return part(runs.pop()).joins();
    }

    /** Adds the shorter run to the longer one if both are of the operator. */
    private Run joined(char operator, Run left, Run right) {
        boolean isLeft = left.isOf(operator);
        boolean isRight = right.isOf(operator);
        if (isLeft && (!isRight || left.parts.size() >= right.parts.size())) {
            left.parts.addAll(isRight ? right.parts : List.of(part(right)));
            return left;
        }
        if (isRight) {
            Iterator<Part> last = isLeft
                    ? left.parts.descendingIterator()
                    : List.of(part(left)).iterator();
            last.forEachRemaining(right.parts::addFirst);
            return right;
        }
        return new Run(operator, List.of(part(left), part(right)));
    }

    private Part part(Run run) {
        StringBuilder out = new StringBuilder();
        if (run.negated) {
            out.append(FilterTree.OPPOSITE);
        }
        int depth = write(run.operator, List.copyOf(run.parts), out) + (run.negated ? 1 : 0);
        if (depth > DEEPEST) {
            throw FilterTooLarge.becauseOfDepth(lambdas, DEEPEST);
        }
        return new Part(out.toString(), depth);
    }

    /** Writes operands in halves of halves, and gives how deeply they are nested. */
    private static int write(char operator, List<Part> parts, StringBuilder out) {
        if (parts.size() == 1) {
            out.append(parts.get(0).joins());
            return parts.get(0).depth();
        }
        out.append(operator);
        int half = parts.size() / 2;
        int left = write(operator, parts.subList(0, half), out);
        int right = write(operator, parts.subList(half, parts.size()), out);
        return 1 + Math.max(left, right);
    }

    private record Part(String joins, int depth) {}

    /** Operands of one operator, or one operand alone; whether the whole is negated. */
    private static final class Run {
        final char operator;
        final ArrayDeque<Part> parts;
        boolean negated;

        Run(char operator, List<Part> parts) {
            this.operator = operator;
            this.parts = new ArrayDeque<>(parts);
        }

        void negate() {
            negated = !negated;
        }

        boolean isOf(char wanted) {
            return operator == wanted && !negated;
        }
    }
}
