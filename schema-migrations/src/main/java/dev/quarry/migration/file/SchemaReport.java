package dev.quarry.migration.file;

import dev.quarry.error.SchemaDrift;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a {@link SchemaCheck} found, one finding for each store.
 *
 * @param findings by store name
 */
public record SchemaReport(List<Finding> findings) {
    public SchemaReport {
        findings = List.copyOf(findings);
    }

    /** How a store stands to its files. */
    public enum State {
        /** The last file says what the record or the database says. */
        IN_STEP,
        /** The record changed since the last file, and a store with records of all versions in files takes it. */
        COMPATIBLE,
        /** The record changed since the last file, and a store with records needs more than to be opened with it. */
        NEEDS_MIGRATION,
        /** There is no file of the store. */
        NO_FILE,
        /** The database has an earlier version, or no such store yet. */
        DATABASE_BEHIND,
        /** The database has a schema that is in no file. */
        DATABASE_AHEAD
    }

    /**
     * What was found for a store.
     *
     * @param store its name
     * @param state how it stands to its files
     * @param lines what is different and what to do, one line each
     */
    public record Finding(String store, State state, List<String> lines) {
        public Finding {
            Objects.requireNonNull(store, "store");
            Objects.requireNonNull(state, "state");
            lines = List.copyOf(lines);
        }

        /** The finding in words. */
        public String describe() {
            return store + ": " + String.join("\n  ", lines);
        }
    }

    /** Whether all stores are in step with their files. */
    public boolean isInStep() {
        return findings.stream().allMatch(finding -> finding.state() == State.IN_STEP);
    }

    /** The report in words. */
    public String describe() {
        return findings.stream().map(Finding::describe).collect(Collectors.joining("\n"));
    }

    /** Throws {@link SchemaDrift} with all that is out of step; does nothing if all is in step. */
    public void requireInStep() {
        List<String> drift = findings.stream()
                .filter(finding -> finding.state() != State.IN_STEP)
                .map(Finding::describe)
                .toList();
        if (!drift.isEmpty()) {
            throw new SchemaDrift(drift);
        }
    }
}
