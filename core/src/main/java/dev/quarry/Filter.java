package dev.quarry;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * A condition on records, written as an ordinary Java lambda and compiled to SQL. It is also what it looks like: calling
 * {@link #test} runs the lambda in the JVM, and gives the same answer.
 *
 * <p>Filters are immutable and thread-safe as far as what they capture is.
 *
 * @param <T> the record
 */
@FunctionalInterface
public non-sealed interface Filter<T> extends Compiled, Predicate<T> {

    /** Both; {@code other} is asked only where this holds, as with {@code &&}. */
    default Filter<T> and(Filter<? super T> other) {
        return new ComposedFilter.Both<>(this, Objects.requireNonNull(other, "other"));
    }

    /** At least one; {@code other} is asked only where this does not hold, as with {@code ||}. */
    default Filter<T> or(Filter<? super T> other) {
        return new ComposedFilter.Either<>(this, Objects.requireNonNull(other, "other"));
    }

    /** The opposite. A record on which the lambda throws is in neither. */
    @Override
    default Filter<T> negate() {
        return new ComposedFilter.Opposite<>(this);
    }

    /** The opposite of a filter; see {@link #negate()}. */
    static <T> Filter<T> not(Filter<T> filter) {
        return filter.negate();
    }

    /** Gives a lambda its type where Java cannot infer it: {@code Filter.<City>of(c -> …).and(…)}. */
    static <T> Filter<T> of(Filter<T> filter) {
        return Objects.requireNonNull(filter, "filter");
    }
}
