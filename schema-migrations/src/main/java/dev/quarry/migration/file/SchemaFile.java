package dev.quarry.migration.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaHints;
import dev.quarry.schema.SchemaHintsJson;
import dev.quarry.schema.SchemaJson;
import java.util.Objects;

/**
 * One version of a store's schema.
 *
 * @param store the store's name
 * @param version its place among the store's files, from 1; a database counts for itself
 * @param schema the record
 * @param hints what the record's annotations say about records stored before
 */
public record SchemaFile(String store, int version, Schema schema, SchemaHints hints) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public SchemaFile {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(hints, "hints");
    }

    /** Whether it is of the same record with the same past, whatever its class is called. */
    boolean says(Schema other, SchemaHints otherHints) {
        return isOf(other) && hints.equals(otherHints);
    }

    /** Whether it is of the same record, whatever its class is called and whatever it says about its past. */
    boolean isOf(Schema other) {
        return schema.shape().equals(other.shape());
    }

    /** The text of the file: equal for equal files, on every system. */
    String write() {
        ObjectNode json = JSON.createObjectNode().put("store", store).put("version", version);
        json.set("schema", SchemaJson.node(schema));
        json.setAll(SchemaHintsJson.write(hints));
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        lines.indentObjectsWith(indenter);
        lines.indentArraysWith(indenter);
        try {
            return JSON.writer(lines).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is another
     */
    static SchemaFile read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new SchemaFile(
                    json.required("store").asText(),
                    json.required("version").asInt(),
                    SchemaJson.schema(json.required("schema")),
                    SchemaHintsJson.read(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
