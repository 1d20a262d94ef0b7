package dev.quarry.codec;

import dev.quarry.error.DatastoreException;
import dev.quarry.error.InvalidText;
import dev.quarry.error.NullComponent;
import org.jspecify.annotations.Nullable;

/**
 * Something in a component that no store can hold. It knows the way from the component to it, as in {@code [2].name}; whoever
 * knows the component makes the error of it.
 */
final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Report report;
    private final @Nullable String record;

    private Unstorable(Report report, @Nullable String record) {
        super("reported by whoever knows the component", null, false, false);
        this.report = report;
        this.record = record;
    }

    /** A null at the end of a way. */
    static Unstorable becauseOfNull(String way) {
        return new Unstorable((owner, place) -> new NullComponent(owner, place + way), null);
    }

    /** A character that cannot be stored, in a text at the end of a way. */
    static Unstorable becauseOfText(String way, int index, char character) {
        return new Unstorable((owner, place) -> InvalidText.ofField(place + way, index, character), null);
    }

    /** The same inside a record of that class, unless a record inside that one is known already. */
    Unstorable in(String recordClass) {
        return record == null ? new Unstorable(report, recordClass) : this;
    }

    /** The error for the component of a record. */
    DatastoreException at(String recordClass, String place) {
        return report.of(record == null ? recordClass : record, place);
    }

    @FunctionalInterface
    private interface Report {
        DatastoreException of(String record, String place);
    }
}
