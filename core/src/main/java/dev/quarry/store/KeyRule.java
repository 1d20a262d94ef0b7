package dev.quarry.store;

import dev.quarry.error.InvalidKey;
import dev.quarry.error.InvalidStoreName;
import dev.quarry.plan.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which texts are keys, and which are names of stores. */
public final class KeyRule {
    private static final int LONGEST_KEY = 1_024;

    /** What an index of PostgreSQL takes with room to spare (2,704 bytes with what it keeps besides); the same on every engine. */
    private static final int MOST_BYTES = 2_600;

    private static final int MOST_BYTES_A_CHAR = 3;
    private static final Pattern STORE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private KeyRule() {}

    /** The key itself; throws {@link InvalidKey} if it is none. */
    public static String requireKey(@Nullable String key) {
        if (key == null) {
            throw new InvalidKey(null, "it is null");
        }
        if (key.isEmpty()) {
            throw new InvalidKey(key, "it is empty");
        }
        if (key.length() > LONGEST_KEY) {
            throw new InvalidKey(key, "it has " + key.length() + " characters");
        }
        if (key.length() > MOST_BYTES / MOST_BYTES_A_CHAR) {
            requireRoom(key);
        }
        int bad = StorableText.unstorableAt(key);
        if (bad >= 0) {
            throw new InvalidKey(key, String.format("U+%04X at index %d cannot be stored", (int) key.charAt(bad), bad));
        }
        return key;
    }

    private static void requireRoom(String key) {
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new InvalidKey(key, "it has " + bytes + " bytes in UTF-8");
        }
    }

    /** The name itself; throws {@link InvalidStoreName} if it is none. */
    public static String requireStoreName(@Nullable String name) {
        if (name == null || !STORE_NAME.matcher(name).matches()) {
            throw new InvalidStoreName(String.valueOf(name));
        }
        return name;
    }
}
