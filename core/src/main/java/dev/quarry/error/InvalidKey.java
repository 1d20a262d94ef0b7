package dev.quarry.error;

import org.jspecify.annotations.Nullable;

/** A key that no store accepts. */
public final class InvalidKey extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String key;
    private final String reason;

    /** Reports a key and what is wrong with it. */
    public InvalidKey(@Nullable String key, String reason) {
        super("the key " + (key == null ? "null" : "'" + shortened(key) + "'") + " is refused: " + reason
                + "; a key is a text of 1 to 1,024 characters, and of 2,600 bytes in UTF-8 at most, without U+0000 and without"
                + " halves of surrogate pairs");
        this.key = key;
        this.reason = reason;
    }

    /** The key as given. */
    public @Nullable String key() {
        return key;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }

    private static String shortened(String key) {
        return key.length() <= 80 ? key : key.substring(0, 80) + "…";
    }
}
