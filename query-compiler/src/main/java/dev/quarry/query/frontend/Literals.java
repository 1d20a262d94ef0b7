package dev.quarry.query.frontend;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of literals (JLS 3.10), whose Unicode escapes are replaced already ({@link Unescaped}). */
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

    /** A literal with a point or an exponent: a float if it ends in {@code f}, which in a hexadecimal one is behind its {@code p}. */
    static Object real(String written) {
        String lower = written.replace("_", "").toLowerCase(Locale.ROOT);
        boolean single = lower.endsWith("f") && (!lower.startsWith("0x") || lower.contains("p"));
        return single ? (Object) Float.parseFloat(lower) : (Object) Double.parseDouble(lower);
    }

    /** The text of a string literal, as between its quotes. */
    static String text(String between) {
        return between.translateEscapes();
    }

    /** The text of a text block, as between the first line and the closing quotes. */
    static String textBlock(String between) {
        return between.stripIndent().translateEscapes();
    }
}
