package dev.quarry.codec;

import org.jspecify.annotations.Nullable;

/** A stored form that nothing here has written. It does not know where it stood; whoever does makes an {@link Unreadable}. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damaged(String whatItHolds, @Nullable Throwable cause) {
        super(whatItHolds, cause);
    }

    Damaged(String whatItHolds) {
        this(whatItHolds, null);
    }

    Unreadable at(String place) {
        return new Unreadable("'" + place + "' " + getMessage(), this);
    }
}
