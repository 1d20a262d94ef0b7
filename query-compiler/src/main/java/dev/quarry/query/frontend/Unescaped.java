package dev.quarry.query.frontend;

import java.util.Arrays;

/**
 * A source whose Unicode escapes are replaced (JLS 3.3), as javac does before it looks at anything else. The parser does that
 * too, but then loses count of columns behind other escapes.
 */
final class Unescaped {
    private final String text;
    private final int[] origins;

    private Unescaped(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static Unescaped of(String source) {
        StringBuilder text = new StringBuilder();
        int[] origins = new int[source.length() + 1];
        int at = 0;
        while (at < source.length()) {
            origins[text.length()] = at;
            int digits = digits(source, at);
            if (digits > 0) {
                text.append((char) Integer.parseInt(source.substring(digits, digits + 4), 16));
                at = digits + 4;
                continue;
            }
            text.append(source.charAt(at));
            at++;
            boolean escaped = source.charAt(at - 1) == '\\' && at < source.length() && source.charAt(at) == '\\';
            if (escaped) {
                // a backslash behind another one begins no Unicode escape
                origins[text.length()] = at;
                text.append(source.charAt(at));
                at++;
            }
        }
        origins[text.length()] = source.length();
        return new Unescaped(text.toString(), Arrays.copyOf(origins, text.length() + 1));
    }

    /** Where the four digits of an escape stand; 0 if none begins there. */
    private static int digits(String source, int at) {
        int u = at + 1;
        while (source.charAt(at) == '\\' && u < source.length() && source.charAt(u) == 'u') {
            u++;
        }
        return u > at + 1 ? u : 0;
    }

    String text() {
        return text;
    }

    /** Where in the source a character of the text begins; behind the last one, where the source ends. */
    int origin(int index) {
        return origins[index];
    }
}
