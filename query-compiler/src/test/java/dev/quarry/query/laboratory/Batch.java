package dev.quarry.query.laboratory;

import dev.quarry.Filter;
import org.jspecify.annotations.Nullable;

/** What a generated class gives: filters and values by their indexes. */
public interface Batch {

    /**
     * A filter.
     *
     * @param of what a value is compared with, in its box; nothing else looks at it
     */
    Filter<Specimen> filter(int index, Captured captured, @Nullable Object of);

    /** The value of an expression, boxed; throws what the expression throws. */
    @Nullable
    Object value(int index, Captured captured, Specimen p);
}
