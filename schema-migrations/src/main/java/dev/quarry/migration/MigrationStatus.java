package dev.quarry.migration;

import dev.quarry.migration.history.HistoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scripts a database has and which it lacks.
 *
 * @param location the file or URL
 * @param version the version of the last script that the database has; 0 if it has none
 * @param scripts all scripts that are known or in the history, by version
 * @param writtenLate stores that a script found empty and that a program from before it has written to since, one line each with what
 *     to do
 */
public record MigrationStatus(String location, int version, List<ScriptStatus> scripts, List<String> writtenLate) {
    public MigrationStatus {
        scripts = List.copyOf(scripts);
        writtenLate = List.copyOf(writtenLate);
    }

    /** The scripts that would run next, by version. */
    public List<ScriptStatus> pending() {
        return scripts.stream()
                .filter(script -> script.state() == State.PENDING)
                .toList();
    }

    /** What keeps them from running, one line each with what to do; empty if nothing does. */
    public List<String> problems() {
        return Stream.concat(scripts.stream().flatMap(script -> script.problem().stream()), writtenLate.stream())
                .toList();
    }

    /**
     * One script.
     *
     * @param version its version
     * @param description its description
     * @param state how it stands
     * @param entry the history's last entry of it, if there is one
     */
    public record ScriptStatus(int version, String description, State state, Optional<HistoryEntry> entry) {

        private Optional<String> problem() {
            String title = "version " + version + " (" + description + ") ";
            return switch (state) {
                case APPLIED, PENDING -> Optional.empty();
                case MISSING ->
                    Optional.of(title + "is in the database's history and not among the scripts; add its script again");
                case CHANGED ->
                    Optional.of(title
                            + "is not the script that ran: its stores, its old record or its steps are others now; put it"
                            + " back as it was, and write a new script for what is to change further");
                case OUT_OF_ORDER ->
                    Optional.of(
                            title + "has not run, and a later version has; give it a version of its own behind the last"
                                    + " one");
            };
        }
    }

    /** How a script stands. */
    public enum State {
        /** The database has it. */
        APPLIED,
        /** The database lacks it, and it comes next. */
        PENDING,
        /** The database lacks it, and has a later one. */
        OUT_OF_ORDER,
        /** The database has one of this version that was another script. */
        CHANGED,
        /** The database has it, and no such script is known. */
        MISSING
    }
}
