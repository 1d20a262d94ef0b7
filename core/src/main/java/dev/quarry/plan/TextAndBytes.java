package dev.quarry.plan;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.quarry.error.InvalidText;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored forms of single values, and the text that no store can hold. */
public final class TextAndBytes {
    /** How a double that is not a number is stored; it sorts behind every number. */
    public static final String NAN = "NaN";

    private TextAndBytes() {}

    /** Sixteen bytes, most significant first. */
    public static byte[] uuid(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    /** The inverse of {@link #uuid(UUID)}. */
    public static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** A number as it is, and {@link #NAN} for what is not one. */
    public static Object storedDouble(double value) {
        return Double.isNaN(value) ? NAN : (Object) value;
    }

    /**
     * A finite number as it stands in JSON: the shortest decimal that is read back as the same bits, so that two numbers
     * are equal, by {@link Double#equals}, exactly if their texts are. {@link Double#toString} gives longer ones before
     * JDK 19, and a file outlives the JDK that wrote it.
     */
    public static String jsonNumber(double finite) {
        return NumberOutput.toString(finite, true);
    }

    /**
     * Whether every engine keeps the text as it is. A lone surrogate becomes {@code ?} in both drivers, without a word, and
     * U+0000 ends a text early in SQLite and is refused by PostgreSQL.
     */
    public static boolean isStorable(String text) {
        return unstorableAt(text) < 0;
    }

    /** The text, or {@link InvalidText} if no store can hold it. */
    public static String storable(String text) {
        int at = unstorableAt(text);
        if (at >= 0) {
            throw new InvalidText("a captured value", at, text.charAt(at));
        }
        return text;
    }

    /** The index of the first character that cannot be stored; -1 if there is none. */
    public static int unstorableAt(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /**
     * The smallest text that is greater, by code points, than every text with the prefix: its last code point that can be
     * raised is raised, what follows is cut off. Null if there is none.
     */
    static @Nullable String prefixSuccessor(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            int start = end - Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
                return new StringBuilder(prefix.substring(0, start))
                        .appendCodePoint(next)
                        .toString();
            }
            end = start;
        }
        return null;
    }
}
