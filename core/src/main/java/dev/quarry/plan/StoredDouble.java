package dev.quarry.plan;

import com.fasterxml.jackson.core.io.NumberOutput;

/** A double as it is stored: in a column of its own, or in JSON. */
public final class StoredDouble {
    /** How a double that is not a number is stored; it sorts behind every number. */
    public static final String NAN = "NaN";

    private StoredDouble() {}

    /** A number as it is, and {@link #NAN} for what is not one. */
    public static Object of(double value) {
        return Double.isNaN(value) ? NAN : (Object) value;
    }

    /**
     * A finite number as it stands in JSON: the shortest decimal that is read back as the same bits, so that two numbers
     * are equal, by {@link Double#equals}, exactly if their texts are. {@link Double#toString} gives longer ones before
     * JDK 19, and a file outlives the JDK that wrote it.
     */
    public static String json(double finite) {
        return NumberOutput.toString(finite, true);
    }
}
