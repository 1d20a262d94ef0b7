package dev.quarry.engine;

import java.util.Arrays;

/**
 * The values of one rule's columns in one record, none of which is NULL. They are in the order in which every writer locks them,
 * so that two writers of two values do not wait for each other. Immutable.
 */
final class LookupValue implements Comparable<LookupValue> {
    private final int rule;
    private final Object[] parts;

    /**
     * A value.
     *
     * @param rule the place of its rule among the table's rules
     * @param parts stored forms: texts, whole numbers and bytes
     */
    LookupValue(int rule, Object[] parts) {
        this.rule = rule;
        this.parts = parts;
    }

    int rule() {
        return rule;
    }

    /** The values and a key. */
    Object[] with(String key) {
        Object[] row = Arrays.copyOf(parts, parts.length + 1);
        row[parts.length] = key;
        return row;
    }

    @Override
    public int compareTo(LookupValue other) {
        int order = Integer.compare(rule, other.rule);
        for (int i = 0; order == 0 && i < parts.length; i++) {
            order = compare(parts[i], other.parts[i]);
        }
        return order;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof byte[] bytes && other instanceof byte[] others) {
            return Arrays.compareUnsigned(bytes, others);
        }
        return one instanceof Number number && other instanceof Number another
                ? Long.compare(number.longValue(), another.longValue())
                : one.toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupValue value && compareTo(value) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * rule + Arrays.deepHashCode(parts);
    }
}
