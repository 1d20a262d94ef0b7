package dev.quarry.plan;

import dev.quarry.error.InvalidText;
import org.jspecify.annotations.Nullable;

/** Which texts a store can hold, and their order. */
public final class StorableText {
    private StorableText() {}

    /**
     * Whether every engine keeps the text as it is. A lone surrogate becomes {@code ?} in both drivers, without a word, and
     * U+0000 ends a text early in SQLite and is refused by PostgreSQL.
     */
    public static boolean isStorable(String text) {
        return unstorableAt(text) < 0;
    }

    /** The text, or {@link InvalidText} if no store can hold it. */
    public static String require(String text) {
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
