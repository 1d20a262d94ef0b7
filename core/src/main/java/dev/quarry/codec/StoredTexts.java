package dev.quarry.codec;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Stored forms as texts that are equal exactly if the forms are: a letter for the type, then the value, a double by its bits. */
public final class StoredTexts {
    private StoredTexts() {}

    /** The text of a stored form. */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "n";
        }
        if (value instanceof String text) {
            return "t" + text;
        }
        if (value instanceof Boolean truth) {
            return truth ? "i1" : "i0";
        }
        if (value instanceof Double number) {
            return "d" + Long.toHexString(Double.doubleToRawLongBits(number));
        }
        if (value instanceof byte[] bytes) {
            return "b" + Base64.getEncoder().encodeToString(bytes);
        }
        return "i" + ((Number) value).longValue();
    }

    /**
     * The stored form of a text.
     *
     * @throws IllegalArgumentException if it is none
     * @throws IndexOutOfBoundsException if it is empty
     */
    public static @Nullable Object value(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'n' -> null;
            case 't' -> rest;
            case 'd' -> Double.longBitsToDouble(Long.parseUnsignedLong(rest, 16));
            case 'b' -> Base64.getDecoder().decode(rest);
            case 'i' -> Long.valueOf(rest);
            default -> throw new IllegalArgumentException("no stored form begins with " + text.charAt(0));
        };
    }
}
