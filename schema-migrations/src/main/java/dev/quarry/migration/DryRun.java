package dev.quarry.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run would have come to.
 *
 * @param plan what it would do
 * @param records how many records were converted
 * @param failures the first failures, a hundred at most, in the order in which they were found
 * @param counts how many failures of each kind there are
 * @param notReversible how many records a script's {@code down} does not bring back as they were
 * @param duration how long it took
 * @param needed how many bytes a run needs for the backup, if that is a file, the new tables and the log; 0 in memory
 * @param free how many bytes are free on the disk; {@link Long#MAX_VALUE} in memory and on a server
 */
public record DryRun(
        MigrationPlan plan,
        long records,
        List<Failure> failures,
        Map<Failure.Reason, Long> counts,
        long notReversible,
        Duration duration,
        long needed,
        long free) {
    public DryRun {
        failures = List.copyOf(failures);
        counts = Map.copyOf(counts);
    }

    /** How many failures there are in all. */
    public long failureCount() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether a run would succeed, as far as can be told before. */
    public boolean succeeds() {
        return counts.isEmpty() && needed <= free;
    }
}
