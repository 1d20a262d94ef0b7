package dev.quarry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits that an interruption does not end. */
final class PatientWaitTest {
    @AfterEach
    void forgetTheInterruption() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedThreadPausesToo() {
        Thread.currentThread().interrupt();
        long begin = System.nanoTime();
        PatientWait.pause(Duration.ofMillis(50).toNanos());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsWaitedForInAnInterruptedThreadComes() {
        Thread.currentThread().interrupt();
        assertThat(PatientWait.until(Duration.ofSeconds(5), nanos -> {
                    Thread.sleep(20);
                    return nanos > 0;
                }))
                .isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
