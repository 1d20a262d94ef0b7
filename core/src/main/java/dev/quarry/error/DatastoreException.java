package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Quarry throws. Each case has its own subclass with its data in accessors; the message says what
 * happened, where, why and what to do. A failed call leaves the store as it was,
 * but for {@link OutcomeUnknown}, where that is not known.
 */
public abstract class DatastoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For subclasses whose cause lies in the call itself. */
    protected DatastoreException(String message) {
        super(message);
    }

    /** For subclasses that translate another exception, which stays reachable as the cause. */
    protected DatastoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
