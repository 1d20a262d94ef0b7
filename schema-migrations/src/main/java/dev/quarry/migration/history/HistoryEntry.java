package dev.quarry.migration.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a database's history, which is only ever added to.
 *
 * @param run the number of the run; the scripts of one run were one transaction
 * @param version the script's version
 * @param description the script's description
 * @param checksum the script's checksum
 * @param outcome how it ended
 * @param started when it began
 * @param duration how long it took
 * @param records how many records it converted
 * @param detail more, for people
 */
public record HistoryEntry(
        long run,
        int version,
        String description,
        String checksum,
        Outcome outcome,
        Instant started,
        Duration duration,
        long records,
        Detail detail) {

    /** The name of the backup that was made before, if there was one; whether it is still there is another question. */
    public Optional<String> backup() {
        return detail.backup();
    }

    /**
     * Who ran a script, and what there is to say.
     *
     * @param application the program that ran it, by its own name and version
     * @param user the operating system's user
     * @param quarry the version of Quarry
     * @param backup the backup that was made before, if there is one; a copied database has none of those that were made before it
     *     was copied
     * @param failure what went wrong, if something did
     * @param stores what the whole run did to the stores, on the last entry of a run that was done in this database and not in
     *     another of which it is a copy
     */
    public record Detail(
            String application,
            String user,
            String quarry,
            Optional<String> backup,
            Optional<String> failure,
            Optional<RunChanges> stores) {}
}
