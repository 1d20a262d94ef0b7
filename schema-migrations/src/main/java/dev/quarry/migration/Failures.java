package dev.quarry.migration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the failures of a run, which the first one stops, or of a dry run, which goes on. */
final class Failures {
    /** How many failures are listed; the others are counted. */
    static final int MOST_LISTED = 100;

    private final boolean stopping;
    private final List<Failure> listed = new ArrayList<>();
    private final Map<Failure.Reason, Long> counts = new EnumMap<>(Failure.Reason.class);
    private long notReversible;

    private Failures(boolean stopping) {
        this.stopping = stopping;
    }

    static Failures stoppingAtTheFirst() {
        return new Failures(true);
    }

    static Failures listing() {
        return new Failures(false);
    }

    /** Whether the first failure stops the run. */
    boolean stopping() {
        return stopping;
    }

    /** Whether another failure would be listed and not only counted. */
    boolean hasRoom() {
        return listed.size() < MOST_LISTED;
    }

    /** Takes one; throws {@link Stopped} if that is the end. */
    void add(Failure failure, @Nullable Throwable cause) {
        counts.merge(failure.reason(), 1L, Long::sum);
        if (hasRoom()) {
            listed.add(failure);
        }
        if (stopping) {
            throw new Stopped(failure, cause);
        }
    }

    /** Counts a failure that is not listed. */
    void count(Failure.Reason reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    void countNotReversible() {
        notReversible++;
    }

    List<Failure> listed() {
        return listed;
    }

    Map<Failure.Reason, Long> counts() {
        return counts;
    }

    long notReversible() {
        return notReversible;
    }

    /** Ends a run. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        private Stopped(Failure failure, @Nullable Throwable cause) {
            super(failure.words(), cause);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
