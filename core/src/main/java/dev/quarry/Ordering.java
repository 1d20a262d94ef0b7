package dev.quarry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The order of a query's records. Texts are ordered by code points, doubles and floats as {@link Double#compare} orders them
 * except that 0.0 and -0.0 are one value, enums by the order of their constants, and everything else as its {@code compareTo}
 * orders it. Null and an empty Optional come before every value, or behind all of them if descending. Records that are equal
 * so far are in the order of their keys. Immutable.
 *
 * @param <T> the record
 */
public final class Ordering<T> implements QueryOption<T> {
    private final List<Step<T>> steps;

    private Ordering(List<Step<T>> steps) {
        this.steps = List.copyOf(steps);
    }

    static <T> Ordering<T> by(Field<T, ?> field, boolean descending) {
        return new Ordering<>(List.of(new Step<>(field, descending)));
    }

    /** Among records that are equal so far, from the smallest to the greatest value of a field. */
    public Ordering<T> thenBy(Field<T, ?> field) {
        return then(field, false);
    }

    /** Among records that are equal so far, from the greatest to the smallest value of a field. */
    public Ordering<T> thenByDescending(Field<T, ?> field) {
        return then(field, true);
    }

    private Ordering<T> then(Field<T, ?> field, boolean descending) {
        List<Step<T>> longer = new ArrayList<>(steps);
        longer.add(new Step<>(field, descending));
        return new Ordering<>(longer);
    }

    List<Step<T>> steps() {
        return steps;
    }

    /** One field with its direction. */
    record Step<T>(Field<T, ?> field, boolean descending) {
        Step {
            Objects.requireNonNull(field, "field");
        }
    }
}
