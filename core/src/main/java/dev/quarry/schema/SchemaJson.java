package dev.quarry.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** A schema as the JSON that the catalog keeps. */
public final class SchemaJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FieldType.Visitor<JsonNode> TYPE_WRITER = new TypeWriter();

    private SchemaJson() {}

    /** Writes a schema; equal schemas give equal text. */
    public static String write(Schema schema) {
        return node(schema).toString();
    }

    /** Reads what {@link #write} wrote. */
    public static Schema read(String json) {
        try {
            return schema(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no schema: " + json, e);
        }
    }

    /** The same as a tree. */
    public static ObjectNode node(Schema schema) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("record", schema.className());
        for (Component component : schema.components()) {
            ObjectNode one = json.withArray("components").addObject();
            one.put("name", component.name())
                    .put("presence", component.presence().name());
            one.set("type", component.type().accept(TYPE_WRITER));
        }
        return json;
    }

    /** Reads what {@link #node} gave; throws {@link IllegalArgumentException} if it is none. */
    public static Schema schema(JsonNode json) {
        List<Component> components = new ArrayList<>();
        for (JsonNode one : json.path("components")) {
            components.add(new Component(
                    one.required("name").textValue(),
                    type(one.required("type")),
                    Presence.valueOf(one.required("presence").textValue())));
        }
        return new Schema(json.required("record").textValue(), components);
    }

    /** A type as it stands in a schema's JSON. */
    public static JsonNode typeNode(FieldType type) {
        return type.accept(TYPE_WRITER);
    }

    /** Reads what {@link #typeNode} wrote. */
    public static FieldType type(JsonNode json) {
        if (json.isTextual()) {
            return new FieldType.Scalar(ScalarKind.valueOf(json.textValue()));
        }
        if (json.has("enum")) {
            List<String> constants = new ArrayList<>();
            json.path("constants").forEach(constant -> constants.add(constant.textValue()));
            return new FieldType.EnumType(json.required("enum").textValue(), constants);
        }
        if (json.has("list")) {
            return new FieldType.ListType(type(json.required("list")));
        }
        if (json.has("set")) {
            return new FieldType.SetType(type(json.required("set")));
        }
        if (json.has("map")) {
            return new FieldType.MapType(type(json.required("map")));
        }
        return new FieldType.RecordType(schema(json));
    }

    private static final class TypeWriter implements FieldType.Visitor<JsonNode> {
        @Override
        public JsonNode scalar(FieldType.Scalar type) {
            return TextNode.valueOf(type.kind().name());
        }

        @Override
        public JsonNode enumeration(FieldType.EnumType type) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("enum", type.className());
            type.constants().forEach(json.putArray("constants")::add);
            return json;
        }

        @Override
        public JsonNode list(FieldType.ListType type) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .set("list", type.element().accept(this));
        }

        @Override
        public JsonNode set(FieldType.SetType type) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .set("set", type.element().accept(this));
        }

        @Override
        public JsonNode map(FieldType.MapType type) {
            return JsonNodeFactory.instance.objectNode().set("map", type.value().accept(this));
        }

        @Override
        public JsonNode nested(FieldType.RecordType type) {
            return node(type.schema());
        }
    }
}
