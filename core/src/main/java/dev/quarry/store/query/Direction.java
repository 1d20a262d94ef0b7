package dev.quarry.store.query;

import dev.quarry.schema.FieldPath;

/**
 * One step of an ordering.
 *
 * @param path the component to order by
 * @param descending from the greatest to the smallest
 */
public record Direction(FieldPath path, boolean descending) {}
