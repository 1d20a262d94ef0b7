package dev.quarry.examples.data;

/**
 * A value with the key to store it under.
 *
 * @param key unique within its data file
 * @param value the value
 */
public record Keyed<T>(String key, T value) {}
