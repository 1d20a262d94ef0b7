package dev.quarry.codec;

import java.util.Optional;

/** What is known of the values that a codec moves. Immutable and thread-safe. */
interface Codec {

    /**
     * The class of what the codec could not move: the value, or something that it holds; empty if all fits.
     *
     * @param value not null; nulls inside it are a question of presence, not of type
     */
    Optional<Class<?>> misfit(Object value);

    /**
     * Why equal stored forms do not say that two values are equal by {@link Object#equals}, and what to do; empty if they
     * do say so.
     */
    Optional<String> incomparable();
}
