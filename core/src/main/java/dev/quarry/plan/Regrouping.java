package dev.quarry.plan;

import dev.quarry.error.FilterTooLarge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Groups long runs of one operator in halves, since engines limit how deeply SQL is nested. The first operand of {@code &&} that is
 * not true, and of {@code ||} that is not false, decides, whether it has an outcome or throws, and none behind it is evaluated:
 * how they are grouped makes no difference. Nor does it whether a whole is negated or, with the other operator, each of its operands.
 * The lambdas stay in their order.
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
        if (left.isOf(operator) && !(right.isOf(operator) && right.parts.size() > left.parts.size())) {
            operands(right, operator, left.negated).forEach(left.parts::addLast);
            return left;
        }
        if (right.isOf(operator)) {
            List<Part> before = operands(left, operator, right.negated);
            for (int i = before.size() - 1; i >= 0; i--) {
                right.parts.addFirst(before.get(i));
            }
            return right;
        }
        return new Run(operator, List.of(part(left), part(right)));
    }

    /** What a run brings into one of an operator: its own operands if it is such a run itself. */
    private List<Part> operands(Run run, char operator, boolean negated) {
        boolean isOf = run.isOf(operator);
        List<Part> parts = isOf ? List.copyOf(run.parts) : List.of(part(run));
        boolean opposite = negated != (isOf && run.negated);
        return opposite ? parts.stream().map(Part::opposite).toList() : parts;
    }

    private Part part(Run run) {
        StringBuilder out = new StringBuilder();
        int depth = write(run.operator, List.copyOf(run.parts), out);
        if (depth > DEEPEST) {
            throw FilterTooLarge.becauseOfDepth(lambdas, DEEPEST);
        }
        Part part = new Part(out.toString(), depth);
        return run.negated ? part.opposite() : part;
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

    /**
     * An operand.
     *
     * @param joins its joins, in which nothing but lambdas is negated
     * @param depth how deeply its operators are nested
     */
    private record Part(String joins, int depth) {
        Part opposite() {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < joins.length(); i++) {
                switch (joins.charAt(i)) {
                    case FilterTree.BOTH -> out.append(FilterTree.EITHER);
                    case FilterTree.EITHER -> out.append(FilterTree.BOTH);
                    case FilterTree.OPPOSITE -> out.append(joins.charAt(++i));
                    default -> out.append(FilterTree.OPPOSITE).append(FilterTree.LAMBDA);
                }
            }
            return new Part(out.toString(), depth);
        }
    }

    /** Operands of one operator, or a lambda alone; whether the whole is negated. */
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

        /** Whether it is one of operands that this operator joins, or the negation of one that the other joins. */
        boolean isOf(char wanted) {
            char other = wanted == FilterTree.BOTH ? FilterTree.EITHER : FilterTree.BOTH;
            return operator == (negated ? other : wanted);
        }
    }
}
