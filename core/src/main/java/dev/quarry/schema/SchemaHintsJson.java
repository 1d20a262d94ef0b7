package dev.quarry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hints as JSON, in the order of their paths. */
public final class SchemaHintsJson {
    private static final Comparator<FieldPath> BY_PATH = Comparator.comparing(FieldPath::toString);

    private SchemaHintsJson() {}

    /** Writes hints; equal hints give equal JSON. */
    public static ObjectNode write(SchemaHints hints) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode names = json.putObject("formerNames");
        hints.formerNames().keySet().stream().sorted(BY_PATH).forEach(path -> {
            ArrayNode former = names.putArray(path.toString());
            hints.formerNames(path).forEach(former::add);
        });
        ObjectNode texts = json.putObject("defaults");
        hints.defaults().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_PATH))
                .forEach(entry -> texts.put(entry.getKey().toString(), entry.getValue()));
        hints.dropped().stream().sorted(BY_PATH).map(FieldPath::toString).forEach(json.putArray("dropped")::add);
        return json;
    }

    /** Reads what {@link #write} wrote; what is missing is empty. */
    public static SchemaHints read(JsonNode json) {
        Map<FieldPath, List<String>> names = new HashMap<>();
        json.path("formerNames").fields().forEachRemaining(field -> {
            List<String> former = new ArrayList<>();
            field.getValue().forEach(name -> former.add(name.asText()));
            names.put(FieldPath.parse(field.getKey()), former);
        });
        Map<FieldPath, String> texts = new HashMap<>();
        json.path("defaults")
                .fields()
                .forEachRemaining(field -> texts.put(
                        FieldPath.parse(field.getKey()), field.getValue().asText()));
        Set<FieldPath> dropped = new HashSet<>();
        json.path("dropped").forEach(path -> dropped.add(FieldPath.parse(path.asText())));
        return new SchemaHints(names, texts, dropped);
    }
}
