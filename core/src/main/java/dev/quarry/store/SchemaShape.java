package dev.quarry.store;

import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import java.time.Instant;
import java.util.List;

/**
 * A shape that a store has had: its version from 1, when it came, the record, what its annotations said of its past, and what
 * it changed, in words.
 */
public record SchemaShape(int version, Instant at, Schema schema, SchemaHints hints, List<String> changes) {
    public SchemaShape {
        changes = List.copyOf(changes);
    }
}
