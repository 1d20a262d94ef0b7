package dev.quarry.plan;

/** Java's operations on bits, of boxed ints, longs and, where it has them, booleans. */
final class Bits {
    private Bits() {}

    static Object and(Object a, Object b) {
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x & y;
        }
        return a instanceof Integer x && b instanceof Integer y ? (Object) (x & y) : (long) a & (long) b;
    }

    static Object or(Object a, Object b) {
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x | y;
        }
        return a instanceof Integer x && b instanceof Integer y ? (Object) (x | y) : (long) a | (long) b;
    }

    static Object xor(Object a, Object b) {
        return a instanceof Integer x && b instanceof Integer y ? (Object) (x ^ y) : (long) a ^ (long) b;
    }

    static Object complement(Object a) {
        return a instanceof Integer x ? (Object) ~x : ~(long) a;
    }

    /** Java takes as many bits of the count as it needs. */
    static Object shiftLeft(Object a, long count) {
        return a instanceof Integer x ? (Object) (x << count) : (long) a << count;
    }

    static Object shiftRight(Object a, long count) {
        return a instanceof Integer x ? (Object) (x >> count) : (long) a >> count;
    }

    static Object shiftRightUnsigned(Object a, long count) {
        return a instanceof Integer x ? (Object) (x >>> count) : (long) a >>> count;
    }
}
