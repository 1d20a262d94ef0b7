package dev.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.error.FilterTooLarge;
import dev.quarry.plan.Node.Outcome;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Grouped otherwise, the same lambdas are asked in the same order and come to the same outcome. */
final class RegroupingTest {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.TRUE, Outcome.FALSE, Outcome.THROWS);

    /** What Java does with joins: the outcome, and which lambdas it asks on the way. */
    private static final class InJava {
        private final String joins;
        private final List<Outcome> outcomes;
        private final List<Integer> asked = new ArrayList<>();
        private int next;
        private int lambda;

        InJava(String joins, List<Outcome> outcomes) {
            this.joins = joins;
            this.outcomes = outcomes;
        }

        Outcome outcome(boolean isAsked) {
            return switch (joins.charAt(next++)) {
                case '&' -> joined(Outcome.TRUE, isAsked);
                case '|' -> joined(Outcome.FALSE, isAsked);
                case '!' -> opposite(outcome(isAsked));
                default -> {
                    if (isAsked) {
                        asked.add(lambda);
                    }
                    yield outcomes.get(lambda++ % outcomes.size());
                }
            };
        }

        private Outcome joined(Outcome goesOn, boolean isAsked) {
            Outcome left = outcome(isAsked);
            Outcome right = outcome(isAsked && left == goesOn);
            return left == goesOn ? right : left;
        }

        private static Outcome opposite(Outcome outcome) {
            return switch (outcome) {
                case TRUE -> Outcome.FALSE;
                case FALSE -> Outcome.TRUE;
                case THROWS -> Outcome.THROWS;
            };
        }
    }

    /** One step of a loop that joins filters: what is joined, on which side, how often, and what is then negated. */
    private record Step(char operator, boolean behind, String other, int times, int negations) {
        String after(String joins) {
            String longer = joins;
            for (int i = 0; i < times; i++) {
                longer = behind ? operator + longer + other : operator + other + longer;
            }
            return "!".repeat(negations) + longer;
        }
    }

    @Provide
    Arbitrary<String> joins() {
        Arbitrary<String> others = Arbitraries.of("x", "x", "!x", "&xx", "|xx", "!&x|xx", "||xxx", "&x&xx");
        Arbitrary<Integer> negations = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2));
        return Combinators.combine(
                        Arbitraries.of('&', '|'),
                        Arbitraries.of(true, true, false),
                        others,
                        Arbitraries.integers().between(1, 60),
                        negations)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(steps -> {
                    String joins = "x";
                    for (Step step : steps) {
                        joins = step.after(joins);
                    }
                    return joins;
                });
    }

    @Provide
    Arbitrary<List<Outcome>> outcomes() {
        Arbitrary<Outcome> any = Arbitraries.of(OUTCOMES);
        return Arbitraries.oneOf(
                any.list().ofMinSize(1).ofMaxSize(700),
                Arbitraries.frequencyOf(Tuple.of(40, Arbitraries.just(Outcome.FALSE)), Tuple.of(1, any))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(700));
    }

    @Property(tries = 1_000)
    void theSameLambdasAreAskedAndComeToTheSame(
            @ForAll("joins") String joins, @ForAll("outcomes") List<Outcome> outcomes) {
        String regrouped = Regrouping.of(joins, lambdas(joins));
        InJava before = new InJava(joins, outcomes);
        InJava after = new InJava(regrouped, outcomes);

        assertThat(after.outcome(true)).isEqualTo(before.outcome(true));
        assertThat(after.asked).isEqualTo(before.asked);
        assertThat(lambdas(regrouped)).isEqualTo(lambdas(joins));
    }

    @Property(tries = 200)
    void whatIsNotDeepStaysAsItIsWritten(@ForAll("joins") String joins) {
        if (Regrouping.depth(joins) <= Regrouping.AS_WRITTEN) {
            assertThat(Regrouping.of(joins, lambdas(joins))).isEqualTo(joins);
        } else {
            assertThat(Regrouping.depth(Regrouping.of(joins, lambdas(joins)))).isLessThan(Regrouping.depth(joins));
        }
    }

    @Example
    void runsOfOneOperatorAreAsDeepAsTheirLogarithm() {
        for (char operator : new char[] {'&', '|'}) {
            for (boolean behind : new boolean[] {true, false}) {
                String joins = new Step(operator, behind, "x", 9_999, 0).after("x");

                assertThat(Regrouping.depth(joins)).isEqualTo(9_999);
                assertThat(Regrouping.depth(Regrouping.of(joins, 10_000))).isEqualTo(14);
            }
        }
    }

    @Example
    void negationsOfNegationsFallAway() {
        assertThat(Regrouping.of("!".repeat(5_001) + "x", 1)).isEqualTo("!x");
        assertThat(Regrouping.of("!".repeat(5_000) + "x", 1)).isEqualTo("x");
    }

    @Example
    void whatTakesTurnsIsRefusedWhereNoGroupingHelps() {
        String joins = "x";
        for (int i = 0; i < Regrouping.DEEPEST; i++) {
            joins = (i % 2 == 0 ? "&" : "|") + joins + "x";
        }
        String deepest = joins;

        assertThat(Regrouping.of(deepest, lambdas(deepest))).isEqualTo(deepest);
        assertThatThrownBy(() -> Regrouping.of("&" + deepest + "x", 902))
                .isInstanceOf(FilterTooLarge.class)
                .hasMessageContaining("902 filters")
                .hasMessageContaining("contains(…)");
    }

    private static int lambdas(String joins) {
        return (int) joins.chars().filter(join -> join == FilterTree.LAMBDA).count();
    }
}
