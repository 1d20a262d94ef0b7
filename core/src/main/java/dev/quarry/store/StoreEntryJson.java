package dev.quarry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.evolution.StoredRecordJson;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.SchemaJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Entries of the catalog as the JSON that it keeps. */
final class StoreEntryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoreEntryJson() {}

    static String write(StoreEntry entry) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", entry.id())
                .put("version", entry.version())
                .put("table", entry.table().name())
                .put("schema", SchemaJson.write(entry.schema()));
        entry.shapes().forEach(json.putArray("shapes")::add);
        if (!entry.leftBehind().isEmpty()) {
            ObjectNode left = json.putObject("leftBehind");
            new TreeMap<>(entry.leftBehind()).forEach(left::put);
        }
        entry.passedBy().ifPresent(migration -> json.put("passedBy", migration));
        json.set("record", StoredRecordJson.write(entry.table().record()));
        ObjectNode names = json.putObject("columns");
        new TreeMap<>(entry.table().columns()).forEach(names::put);
        new TreeSet<>(entry.table().inStep()).forEach(json.putArray("inStep")::add);
        for (Index index : entry.indexes()) {
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

    static StoreEntry read(String name, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<Index> indexes = new ArrayList<>();
            json.path("indexes").forEach(index -> indexes.add(index(index)));
            return new StoreEntry(
                    name,
                    json.required("id").longValue(),
                    json.required("version").intValue(),
                    SchemaJson.read(json.required("schema").textValue()),
                    List.copyOf(texts(json.required("shapes"))),
                    textByName(json.path("leftBehind")),
                    Optional.ofNullable(json.path("passedBy").textValue()),
                    indexes,
                    new StoredTable(
                            json.required("table").textValue(),
                            StoredRecordJson.read(json.required("record")),
                            textByName(json.required("columns")),
                            texts(json.required("inStep"))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalog's entry of store '" + name + "' is damaged: " + text, e);
        }
    }

    private static Map<String, String> textByName(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().textValue()));
        return texts;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
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
