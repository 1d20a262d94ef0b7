package dev.quarry.query.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A boolean in the course of being computed, as javac's code generator sees it: some jumps are made, one is still to come,
 * and whether that one is made on true or on false depends on what the boolean is part of.
 *
 * @param pending the comparison that is true at the end; empty if it is not known
 * @param ifTrue the jumps made where it turned out true
 * @param ifFalse the jumps made where it turned out false
 */
record Condition(Optional<Comparison> pending, List<Integer> ifTrue, List<Integer> ifFalse) {

    static Condition of(Comparison comparison) {
        return new Condition(Optional.of(comparison), List.of(), List.of());
    }

    /** A condition of which nothing is known. */
    static Condition unknown() {
        return new Condition(Optional.empty(), List.of(), List.of());
    }

    Condition negated() {
        return new Condition(pending.map(Comparison::opposite), /* ifTrue= */ ifFalse, /* ifFalse= */ ifTrue);
    }

    /** With jumps that were made before. */
    Condition with(List<Integer> moreIfTrue, List<Integer> moreIfFalse) {
        return new Condition(pending, joined(moreIfTrue, ifTrue), joined(moreIfFalse, ifFalse));
    }

    /** Jumps now if it is true; all jumps that are made then. */
    List<Integer> jumpIfTrue(Trace.Builder trace) {
        return joined(ifTrue, jump(pending, trace));
    }

    /** Jumps now if it is false; all jumps that are made then. */
    List<Integer> jumpIfFalse(Trace.Builder trace) {
        return joined(ifFalse, jump(pending.map(Comparison::opposite), trace));
    }

    private static List<Integer> jump(Optional<Comparison> comparison, Trace.Builder trace) {
        return comparison.map(known -> List.of(trace.jump(known.instruction()))).orElseGet(List::of);
    }

    private static List<Integer> joined(List<Integer> some, List<Integer> more) {
        List<Integer> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
