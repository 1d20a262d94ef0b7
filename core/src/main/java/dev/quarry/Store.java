package dev.quarry;

/**
 * A store of values of one type: what the reading verbs of {@link DB} take. A handle: it holds no connection and nothing
 * that has to be closed, and it can be kept in a static field. Immutable and thread-safe.
 *
 * @param <T> what the store holds
 */
public sealed interface Store<T> permits Datastore {

    /** The store's name when the handle was made. */
    String name();
}
