package dev.quarry.query.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pattern matches code however long both are. */
@Timeout(60)
class TraceTest {
    private static Trace trace(int times, Consumer<Trace.Builder> steps, String last) {
        Trace.Builder builder = new Trace.Builder();
        for (int i = 0; i < times; i++) {
            steps.accept(builder);
        }
        builder.call(last);
        return builder.build();
    }

    @Test
    void longCodeIsMatchedStepByStep() {
        Trace pattern = trace(50_000, steps -> steps.call("a"), "b");

        assertThat(pattern.isVague()).isFalse();
        assertThat(pattern.matches(trace(50_000, steps -> steps.call("a"), "b")))
                .isTrue();
        assertThat(pattern.matches(trace(50_000, steps -> steps.call("a"), "c")))
                .isFalse();
        assertThat(pattern.matches(trace(49_999, steps -> steps.call("a"), "b")))
                .isFalse();
    }

    @Test
    void whatIsNotForeseenCanBeAnySteps() {
        Trace code = trace(2_000, steps -> steps.call("a"), "b");
        Consumer<Trace.Builder> unknown = steps -> {
            steps.anything();
            steps.anything();
            steps.call("a");
        };

        assertThat(trace(0, unknown, "b").matches(code)).isFalse();
        assertThat(trace(1, unknown, "b").matches(code)).isTrue();
        assertThat(trace(400, unknown, "b").matches(code)).isTrue();
        assertThat(trace(400, unknown, "c").matches(code)).isFalse();
        assertThat(trace(2_001, unknown, "b").matches(code)).isFalse();
        assertThat(trace(1, unknown, "b").isVague()).isTrue();
    }

    @Test
    void aOneMayBeLeftOut() {
        Consumer<Trace.Builder> one = steps -> steps.constant(true);

        assertThat(trace(30, one, "b").matches(trace(0, one, "b"))).isTrue();
        assertThat(trace(30, one, "b").matches(trace(30, steps -> steps.constant(1), "b")))
                .isTrue();
        assertThat(trace(30, one, "b").matches(trace(31, steps -> steps.constant(1), "b")))
                .isFalse();
    }
}
