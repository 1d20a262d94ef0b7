package dev.quarry.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Decimals as bytes whose unsigned order is that of {@link BigDecimal#compareTo}; decimals that compare as equal have the
 * same bytes, so the scale is kept besides.
 *
 * <p>The first byte is the sign: 0, 1 for zero, which ends there, or 2. The decimal exponent follows in eight bytes, its top
 * bit flipped, then the digits without trailing zeros. Below zero all bytes behind the sign are complemented, and 0xFF ends
 * them: of two decimals of which one has more digits, that one is the smaller.
 */
public final class DecimalKey {
    private static final byte BELOW_ZERO = 0;
    private static final byte ZERO = 1;
    private static final byte ABOVE_ZERO = 2;
    private static final byte END = (byte) 0xFF;
    private static final int EXPONENT_ENDS = 1 + Long.BYTES;

    private DecimalKey() {}

    /** The bytes of a value. */
    public static byte[] of(BigDecimal value) {
        if (value.signum() == 0) {
            return new byte[] {ZERO};
        }
        String all = value.unscaledValue().abs().toString();
        int digits = all.length();
        while (all.charAt(digits - 1) == '0') {
            digits--;
        }
        long exponent = (long) all.length() - value.scale();
        ByteBuffer key = ByteBuffer.allocate(EXPONENT_ENDS + digits + (value.signum() < 0 ? 1 : 0));
        key.put(ABOVE_ZERO).putLong(exponent ^ Long.MIN_VALUE);
        key.put(all.substring(0, digits).getBytes(StandardCharsets.US_ASCII));
        if (value.signum() > 0) {
            return key.array();
        }
        key.put(END);
        byte[] bytes = key.array();
        complement(bytes, bytes.length - 1);
        bytes[0] = BELOW_ZERO;
        return bytes;
    }

    private static void complement(byte[] bytes, int end) {
        for (int i = 1; i < end; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
    }

    /**
     * The value with these bytes and that scale.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BigDecimal value(byte[] key, long scale) {
        if (scale != (int) scale) {
            throw new IllegalArgumentException("a scale of " + scale);
        }
        if (key.length == 1 && key[0] == ZERO) {
            return new BigDecimal(BigInteger.ZERO, (int) scale);
        }
        return switch (key.length == 0 ? ZERO : key[0]) {
            case ABOVE_ZERO -> new BigDecimal(unscaled(key, key.length, scale), (int) scale);
            case BELOW_ZERO -> {
                if (key[key.length - 1] != END) {
                    throw new IllegalArgumentException("no end");
                }
                byte[] positive = key.clone();
                complement(positive, positive.length - 1);
                yield new BigDecimal(
                        unscaled(positive, positive.length - 1, scale).negate(), (int) scale);
            }
            default -> throw new IllegalArgumentException("no sign");
        };
    }

    private static BigInteger unscaled(byte[] key, int end, long scale) {
        if (end <= EXPONENT_ENDS) {
            throw new IllegalArgumentException("no digits");
        }
        long exponent = ByteBuffer.wrap(key).getLong(1) ^ Long.MIN_VALUE;
        int digits = end - EXPONENT_ENDS;
        long zeros = exponent + scale - digits;
        if (zeros < 0 || zeros > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("an exponent of " + exponent + " at a scale of " + scale);
        }
        BigInteger stripped = new BigInteger(digits(key, end));
        return zeros == 0 ? stripped : stripped.multiply(BigInteger.TEN.pow((int) zeros));
    }

    private static String digits(byte[] key, int end) {
        for (int i = EXPONENT_ENDS; i < end; i++) {
            if (key[i] < '0' || key[i] > '9') {
                throw new IllegalArgumentException("no digit");
            }
        }
        return new String(key, EXPONENT_ENDS, end - EXPONENT_ENDS, StandardCharsets.US_ASCII);
    }

    /**
     * The inverse of {@link BigDecimal#toString}, also for the scales next to {@link Integer#MIN_VALUE}, whose texts the
     * constructor of BigDecimal refuses for their exponents.
     *
     * @throws IllegalArgumentException if the text is no decimal
     */
    public static BigDecimal parse(String text) {
        int e = text.indexOf('E');
        if (e < 0) {
            return new BigDecimal(text);
        }
        BigDecimal digits = new BigDecimal(text.substring(0, e));
        long scale = digits.scale() - Long.parseLong(text.substring(e + 1));
        if (scale != (int) scale) {
            throw new IllegalArgumentException("a scale of " + scale);
        }
        return new BigDecimal(digits.unscaledValue(), (int) scale);
    }
}
