package dev.quarry.migration;

import java.util.Optional;

/** Converts records of one store, one by one. */
interface Converter<O, N> {

    /**
     * The new record under its new key; empty if it does not go this way.
     *
     * @throws RuntimeException if there is none: an {@link Unconverted} tells where
     */
    Optional<Converted<N>> convert(String key, O old);

    /** The old record for a new one; empty if there is no way back. */
    Optional<O> back(N record);

    /** A record with its key. */
    record Converted<N>(String key, N record) {}
}
