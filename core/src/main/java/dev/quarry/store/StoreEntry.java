package dev.quarry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.engine.Column;
import dev.quarry.engine.TableLayout;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the catalog knows of a store.
 *
 * @param name the store's name
 * @param table the table of its present generation
 * @param schema the record that the table was made for
 * @param columns the physical column of each token
 * @param indexes the indexes that were asked for last
 */
record StoreEntry(String name, String table, Schema schema, Map<String, String> columns, List<Index> indexes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    StoreEntry {
        columns = Map.copyOf(columns);
        indexes = List.copyOf(indexes);
    }

    static StoreEntry of(String name, TableLayout layout, Schema schema, List<Index> indexes) {
        Map<String, String> columns = new HashMap<>();
        for (Column column : layout.columns()) {
            columns.put(column.token(), column.name());
        }
        return new StoreEntry(name, layout.table(), schema, columns, indexes);
    }

    StoreEntry withIndexes(List<Index> others) {
        return new StoreEntry(name, table, schema, columns, others);
    }

    TableLayout layout() {
        return Layouts.of(table, schema, columns);
    }

    String toJson() {
        ObjectNode json = JSON.createObjectNode().put("table", table).put("schema", SchemaJson.write(schema));
        ObjectNode names = json.putObject("columns");
        columns.forEach(names::put);
        for (Index index : indexes) {
            ObjectNode one = json.withArray("indexes").addObject().put("unique", index.unique());
            for (Index.Part part : index.parts()) {
                one.withArray("parts")
                        .addObject()
                        .put("path", part.path().toString())
                        .put("descending", part.descending());
            }
        }
        return json.toString();
    }

    static StoreEntry fromJson(String name, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Map<String, String> columns = new HashMap<>();
            json.required("columns")
                    .fields()
                    .forEachRemaining(field ->
                            columns.put(field.getKey(), field.getValue().textValue()));
            List<Index> indexes = new ArrayList<>();
            json.path("indexes").forEach(index -> indexes.add(index(index)));
            Schema schema = SchemaJson.read(json.required("schema").textValue());
            return new StoreEntry(name, json.required("table").textValue(), schema, columns, indexes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalog's entry of store '" + name + "' is damaged: " + text, e);
        }
    }

    private static Index index(JsonNode json) {
        List<Index.Part> parts = new ArrayList<>();
        for (JsonNode part : json.required("parts")) {
            parts.add(new Index.Part(
                    FieldPath.parse(part.required("path").textValue()),
                    part.required("descending").booleanValue()));
        }
        return new Index(parts, json.required("unique").booleanValue());
    }
}
