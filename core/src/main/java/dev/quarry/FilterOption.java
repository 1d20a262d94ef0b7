package dev.quarry;

/**
 * What a query asks of its filter alone, so that verbs take it that have no use for an order or a limit; {@link Options} makes
 * them.
 *
 * @param <T> the record
 */
public sealed interface FilterOption<T> extends QueryOption<T> permits StrictFilter {}
