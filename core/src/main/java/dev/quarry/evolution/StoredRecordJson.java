package dev.quarry.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.SchemaJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stored record as the JSON that the catalog keeps. */
public final class StoredRecordJson {
    private StoredRecordJson() {}

    /** Writes a record; equal records give equal JSON. */
    public static JsonNode write(StoredRecord record) {
        ArrayNode components = JsonNodeFactory.instance.arrayNode();
        for (StoredComponent component : record.components()) {
            ObjectNode one = components.addObject().put("name", component.name());
            if (!component.otherNames().isEmpty()) {
                component.otherNames().forEach(one.putArray("otherNames")::add);
            }
            one.set("type", SchemaJson.typeNode(component.type()));
            one.put("absentPossible", component.absentPossible());
            component.fallback().ifPresent(forms -> forms.forEach(one.putArray("fallback")::add));
            if (!component.inside().components().isEmpty()) {
                one.set("inside", write(component.inside()));
            }
        }
        return components;
    }

    /** Reads what {@link #write} wrote. */
    public static StoredRecord read(JsonNode json) {
        List<StoredComponent> components = new ArrayList<>();
        for (JsonNode one : json) {
            FieldType type = SchemaJson.type(one.required("type"));
            components.add(new StoredComponent(
                    one.required("name").textValue(),
                    texts(one.path("otherNames")),
                    type,
                    one.required("absentPossible").booleanValue(),
                    one.has("fallback") ? Optional.of(texts(one.path("fallback"))) : Optional.empty(),
                    one.has("inside") ? read(one.path("inside")) : StoredRecord.EMPTY));
        }
        return new StoredRecord(components);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
