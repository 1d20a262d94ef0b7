package dev.quarry.evolution;

import dev.quarry.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a declared record fits what a store holds.
 *
 * @param stored what the store holds from then on
 * @param changes what the record changes, in words, one line each; a record that an older program declares changes nothing of
 *     {@code stored}, but may leave components out
 * @param obstacles why the store cannot take it, and the ways out, one line each; empty if it can
 * @param narrower whether there may be records that the declared record cannot hold, so that those there are must be read first
 */
public record Fit(StoredRecord stored, List<String> changes, List<String> obstacles, boolean narrower) {
    public Fit {
        Objects.requireNonNull(stored, "stored");
        changes = List.copyOf(changes);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * The fit of a record that no program declared yet.
     *
     * @param latest the record that was declared last, in which what is left out now was not left out before
     */
    public static Fit of(StoredRecord stored, Schema latest, Declaration declaration) {
        return new Fitting(declaration, true).fit(stored, Optional.of(latest));
    }

    /** The fit of a record that a program has declared before: it neither drops nor renames, and its defaults are known. */
    public static Fit again(StoredRecord stored, Declaration declaration) {
        return new Fitting(declaration, false).fit(stored, Optional.empty());
    }

    /** Whether the store takes the record. */
    public boolean isCompatible() {
        return obstacles.isEmpty();
    }

    /** The changes; one line that says so if it is only other words for the same data. */
    public List<String> described() {
        return changes.isEmpty() ? List.of(Words.sameData()) : changes;
    }
}
