package dev.quarry;

/** Where the page before ended. */
record QueryCursor<T>(String cursor) implements QueryOption<T> {}
