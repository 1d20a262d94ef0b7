package dev.quarry.migration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param from the version before
 * @param to the version after
 * @param scripts the scripts that ran, in order; empty if there was nothing to do
 * @param backup the name of the backup that was made before: of a file beside the database, or as {@link Migrator#backups} lists
 *     it; empty in memory, and where no record was converted
 * @param duration how long all of it took
 */
public record MigrationRun(int from, int to, List<Applied> scripts, Optional<String> backup, Duration duration) {
    public MigrationRun {
        scripts = List.copyOf(scripts);
    }

    /**
     * One script that ran.
     *
     * @param version its version
     * @param description its description
     * @param records how many records it converted
     * @param duration how long it took
     */
    public record Applied(int version, String description, long records, Duration duration) {}
}
