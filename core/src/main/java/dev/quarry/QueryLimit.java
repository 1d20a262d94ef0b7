package dev.quarry;

/** At most so many records. */
record QueryLimit<T>(int count) implements QueryOption<T> {}
