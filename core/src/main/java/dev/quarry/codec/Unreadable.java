package dev.quarry.codec;

import org.jspecify.annotations.Nullable;

/** A row that makes no record; whoever knows the row's key reports it as {@link dev.quarry.error.UnreadableRecord}. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    Unreadable(String reason) {
        this(reason, null);
    }

    /** Why not. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
