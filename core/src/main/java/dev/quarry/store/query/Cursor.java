package dev.quarry.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.codec.StoredTexts;
import dev.quarry.error.InvalidCursor;
import dev.quarry.plan.StoredDouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, in the same form for every engine, so that a cursor leads on in a copy of the store elsewhere. What is not a
 * number is the text that every engine takes for it.
 *
 * @param values the stored values of the order columns in the last record
 * @param key that record's key
 */
record Cursor(List<@Nullable Object> values, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Cursor {
        List<@Nullable Object> common = new ArrayList<>(values);
        common.replaceAll(value -> value instanceof Double number ? StoredDouble.of(number) : value);
        values = Collections.unmodifiableList(common);
    }

    /** Which of the values are null. */
    List<Boolean> nulls() {
        return values.stream().map(value -> value == null).toList();
    }

    /** The opaque text that a user passes back. */
    String write(String store, String order) {
        ObjectNode json =
                JSON.createObjectNode().put("s", store).put("o", order).put("k", key);
        ArrayNode array = json.putArray("v");
        values.forEach(value -> array.add(StoredTexts.text(value)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text, String store, String order, int size) {
        JsonNode json = decoded(text);
        if (!json.path("s").asText().equals(store)) {
            throw new InvalidCursor(
                    text, "it belongs to store '" + json.path("s").asText() + "', not '" + store + "'");
        }
        if (!json.path("o").asText().equals(order) || json.path("v").size() != size) {
            throw new InvalidCursor(text, "it belongs to a page in another order");
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (JsonNode value : json.path("v")) {
            values.add(value(text, value.asText()));
        }
        return new Cursor(values, json.path("k").asText());
    }

    private static JsonNode decoded(String text) {
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(text));
            if (json != null && json.path("k").isTextual() && json.path("v").isArray()) {
                return json;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new InvalidCursor(text, "it is damaged");
        } catch (IOException e) {
            throw new InvalidCursor(text, "it cannot be read");
        }
        throw new InvalidCursor(text, "it is no cursor");
    }

    private static @Nullable Object value(String cursor, String text) {
        try {
            return StoredTexts.value(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidCursor(cursor, "it is damaged");
        }
    }
}
