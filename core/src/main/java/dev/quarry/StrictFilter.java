package dev.quarry;

/** A record on which the filter throws is no record to leave out. */
record StrictFilter<T>() implements FilterOption<T> {}
