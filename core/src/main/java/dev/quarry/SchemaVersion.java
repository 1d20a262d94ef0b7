package dev.quarry;

import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import java.time.Instant;
import java.util.List;

/**
 * A shape that a store has had; {@link Database#schemaHistory} gives them.
 *
 * @param version how many the store had with this one, from 1
 * @param at when the store took it
 * @param schema the record that the program declared
 * @param hints what its annotations said about records stored before
 * @param changes what it changed, in words, one line each
 */
public record SchemaVersion(int version, Instant at, Schema schema, SchemaHints hints, List<String> changes) {
    public SchemaVersion {
        changes = List.copyOf(changes);
    }
}
