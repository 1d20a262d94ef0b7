package dev.quarry.engine;

/** What a column holds, as far as an engine's SQL depends on it. */
public enum ColumnKind {
    /** Text in code point order. */
    TEXT,
    /** A whole number, or a truth value as 1 and 0. */
    INTEGER,
    /** A double; not-a-number is the text {@code NaN}, which sorts behind all numbers. */
    DOUBLE,
    /** Bytes. */
    BYTES,
    /** A list as canonical JSON. */
    JSON_LIST,
    /** A set as canonical JSON, in the set's own order. */
    JSON_SET,
    /** A map as canonical JSON, in the map's own order. */
    JSON_MAP
}
