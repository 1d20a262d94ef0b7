package dev.quarry.query.frontend;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of literals (JLS 3.10). */
final class Literals {
    private Literals() {}

    /** An int literal, or empty if it does not fit; {@code negated} where a minus stands before it. */
    static Optional<Object> integer(String written, boolean negated) {
        return whole(written, negated, Integer.SIZE).map(BigInteger::intValue);
    }

    /** A long literal, its {@code L} included. */
    static Optional<Object> longInteger(String written, boolean negated) {
        return whole(written.substring(0, written.length() - 1), negated, Long.SIZE)
                .map(BigInteger::longValue);
    }

    /** Decimal literals stop at the type's greatest value, one further below a minus; other bases fill all bits. */
    private static Optional<BigInteger> whole(String written, boolean negated, int bits) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        int radix = radix(digits);
        BigInteger value = new BigInteger(radix == 10 ? digits : digits.substring(radix == 8 ? 1 : 2), radix);
        BigInteger limit = BigInteger.ONE.shiftLeft(radix == 10 ? bits - 1 : bits);
        boolean fits = value.compareTo(limit) < 0 || (radix == 10 && negated && value.equals(limit));
        return fits ? Optional.of(negated ? value.negate() : value) : Optional.empty();
    }

    private static int radix(String digits) {
        if (digits.startsWith("0x")) {
            return 16;
        }
        if (digits.startsWith("0b")) {
            return 2;
        }
        return digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
    }

    /** A double literal. */
    static double real(String written) {
        return Double.parseDouble(written.replace("_", ""));
    }

    /** A float literal, rounded once. */
    static float single(String written) {
        return Float.parseFloat(written.replace("_", ""));
    }

    /** The text of a string literal, as between its quotes. */
    static String text(String between) {
        return withoutUnicodeEscapes(between).translateEscapes();
    }

    /** The text of a text block, as between the first line and the closing quotes. */
    static String textBlock(String between) {
        return withoutUnicodeEscapes(between).stripIndent().translateEscapes();
    }

    /** Unicode escapes come before all others (JLS 3.3): a backslash behind an odd number of backslashes begins none. */
    private static String withoutUnicodeEscapes(String written) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                i++;
            } else if (written.charAt(i + 1) == 'u') {
                int digits = i + 2;
                while (written.charAt(digits) == 'u') {
                    digits++;
                }
                text.append((char) Integer.parseInt(written.substring(digits, digits + 4), 16));
                i = digits + 4;
            } else {
                text.append(c).append(written.charAt(i + 1));
                i += 2;
            }
        }
        return text.toString();
    }
}
