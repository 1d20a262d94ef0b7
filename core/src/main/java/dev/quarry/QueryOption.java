package dev.quarry;

/**
 * What a query asks for besides its filter; {@link Options} makes them.
 *
 * @param <T> the record
 */
public sealed interface QueryOption<T> permits Ordering, QueryLimit, QueryCursor, FilterOption {}
