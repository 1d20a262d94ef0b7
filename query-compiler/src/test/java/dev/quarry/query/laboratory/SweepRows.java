package dev.quarry.query.laboratory;

import dev.quarry.Filter;

/** What the generated class of a {@link Sweep} gives. */
public interface SweepRows {

    /** The record of some operands, with what the JVM makes of them; null where it throws. */
    Record row(Object[] operands);

    /** Whether an operation gives what the JVM gave. */
    Filter<?> same(int operation);

    /** Some condition on what an operation gives. */
    Filter<?> test(int operation);
}
