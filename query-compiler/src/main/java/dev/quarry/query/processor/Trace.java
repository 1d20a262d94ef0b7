package dev.quarry.query.processor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a piece of code does, step by step: calls, constants, comparisons, reads. A trace of source code is a pattern, since
 * javac is free in some things; a trace of a method in a class file is not. It tells lambdas apart, no more.
 */
final class Trace {
    private final List<Step> steps;
    private final boolean vague;

    private Trace(List<Step> steps) {
        this.steps = merged(steps);
        this.vague = steps.stream().anyMatch(step -> step.times() == Times.ANYTHING);
    }

    private static List<Step> merged(List<Step> steps) {
        List<Step> merged = new ArrayList<>();
        for (Step step : steps) {
            boolean again = step.times() == Times.ANYTHING
                    && !merged.isEmpty()
                    && merged.get(merged.size() - 1).times() == Times.ANYTHING;
            if (!again) {
                merged.add(step);
            }
        }
        return List.copyOf(merged);
    }

    /**
     * A step.
     *
     * @param target for a jump, how many jumps stand before the place where it lands; else 0
     */
    private record Step(String text, Times times, int target) {}

    private enum Times {
        ONCE,
        AT_MOST_ONCE,
        /** Any steps at all, whatever the text. */
        ANYTHING
    }

    /** Whether the pattern leaves open what some of the code does, so that other code may match it, too. */
    boolean isVague() {
        return vague;
    }

    /** Whether the steps of a method's code are what this pattern of its source says. */
    boolean matches(Trace code) {
        BitSet reached = new BitSet();
        reach(0, reached);
        for (Step step : code.steps) {
            BitSet next = new BitSet();
            for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
                step(at, step, next);
            }
            if (next.isEmpty()) {
                return false;
            }
            reached = next;
        }
        return reached.get(steps.size());
    }

    /** Adds the places in this pattern to which one step of the code leads from a place. */
    private void step(int at, Step code, BitSet next) {
        if (at == steps.size()) {
            return;
        }
        if (steps.get(at).times() == Times.ANYTHING) {
            reach(at, next);
        } else if (isSame(steps.get(at), code)) {
            reach(at + 1, next);
        }
    }

    /** Adds a place, and those behind it to which no step is needed. */
    private void reach(int place, BitSet reached) {
        int at = place;
        reached.set(at);
        while (at < steps.size() && steps.get(at).times() != Times.ONCE) {
            at++;
            reached.set(at);
        }
    }

    /** Where a jump lands says nothing if it is not known what stands between. */
    private boolean isSame(Step step, Step other) {
        return step.text().equals(other.text()) && (vague || step.target() == other.target());
    }

    /** The same without the reads of captured variables. */
    Trace withoutCaptures() {
        return new Trace(steps.stream()
                .filter(step -> !step.text().startsWith("captured "))
                .toList());
    }

    /** Writes a trace, step after step. */
    static final class Builder {
        private final List<Step> steps = new ArrayList<>();
        private int jumps;

        void call(String method) {
            once("call " + method);
        }

        void readStatic(String field) {
            once("static " + field);
        }

        /** Reads a captured variable, by its position among them. */
        void readCaptured(int index) {
            once("captured " + index);
        }

        void readRecord() {
            once("record");
        }

        void operator(String name) {
            once("operator " + name);
        }

        /** A jump that is taken if the comparison holds; gives the number by which to say where it lands. */
        int jump(String comparison) {
            once("jump " + comparison);
            jumps++;
            return steps.size() - 1;
        }

        /** A jump that is always taken: over what stands for false, behind what stands for true. */
        void jumpAlways() {
            jumps++;
        }

        /** Says that a jump lands here. */
        void land(int jump) {
            Step step = steps.get(jump);
            steps.set(jump, new Step(step.text(), step.times(), jumps));
        }

        void other(String what) {
            once(what);
        }

        /**
         * A constant on the stack. Zero and null are left out, since javac compares with them by shorter instructions.
         * A true is a one in the class file, or no instruction at all where it decides a condition.
         */
        void constant(Object value) {
            if (value instanceof String) {
                once("text " + value);
            } else if (value instanceof Character character) {
                number(BigDecimal.valueOf(character));
            } else if (value instanceof Boolean truth) {
                if (truth) {
                    steps.add(new Step("number 1", Times.AT_MOST_ONCE, 0));
                }
            } else if (value instanceof Float || value instanceof Double) {
                floating(((Number) value).doubleValue());
            } else if (value instanceof Number number) {
                number(BigDecimal.valueOf(number.longValue()));
            } else {
                anything();
            }
        }

        private void floating(double value) {
            if (Double.isFinite(value)) {
                number(new BigDecimal(value));
            } else {
                once("number " + value);
            }
        }

        private void number(BigDecimal value) {
            if (value.signum() != 0) {
                once("number " + value.stripTrailingZeros().toPlainString());
            }
        }

        /** Code about which nothing is said. */
        void anything() {
            steps.add(new Step("", Times.ANYTHING, 0));
        }

        private void once(String text) {
            steps.add(new Step(text, Times.ONCE, 0));
        }

        Trace build() {
            return new Trace(steps);
        }
    }
}
