package dev.quarry.examples.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, by name and expected type. Every method throws an {@link IOException} that names the field
 * when the field is not what was asked for. Absent and null are the same; text counts as absent when it is empty.
 */
final class JsonFields {
    private final JsonNode object;

    JsonFields(JsonNode object) throws IOException {
        if (!object.isObject()) {
            throw new IOException("expected an object, found " + object);
        }
        this.object = object;
    }

    JsonFields object(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw unexpected(field, "an object", value);
        }
        return new JsonFields(value);
    }

    String text(String field) throws IOException {
        String text = textOrNull(field);
        if (text == null) {
            throw missing(field);
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) throws IOException {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw unexpected(field, "text", value);
        }
        return value.textValue().isEmpty() ? null : value.textValue();
    }

    /** A number that the file holds as text. */
    double numberInText(String field) throws IOException {
        String text = text(field);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException(notANumber(field, text), e);
        }
        throw new IOException(notANumber(field, text));
    }

    double number(String field) throws IOException {
        Double number = numberOrNull(field);
        if (number == null) {
            throw missing(field);
        }
        return number;
    }

    @Nullable
    Double numberOrNull(String field) throws IOException {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw unexpected(field, "a number", value);
        }
        return value.doubleValue();
    }

    int integer(String field) throws IOException {
        Integer integer = integerOrNull(field);
        if (integer == null) {
            throw missing(field);
        }
        return integer;
    }

    @Nullable
    Integer integerOrNull(String field) throws IOException {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!value.isInt()) {
            throw unexpected(field, "an integer", value);
        }
        return value.intValue();
    }

    boolean bool(String field) throws IOException {
        Boolean bool = boolOrNull(field);
        if (bool == null) {
            throw missing(field);
        }
        return bool;
    }

    @Nullable
    Boolean boolOrNull(String field) throws IOException {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw unexpected(field, "true or false", value);
        }
        return value.booleanValue();
    }

    /** A truth value that the file holds as 0 or 1. */
    boolean zeroOrOne(String field) throws IOException {
        int flag = integer(field);
        if (flag != 0 && flag != 1) {
            throw unexpected(field, "0 or 1", required(field));
        }
        return flag == 1;
    }

    /** An instant that the file holds as milliseconds since the epoch. */
    Instant epochMillis(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw unexpected(field, "milliseconds since 1970", value);
        }
        return Instant.ofEpochMilli(value.longValue());
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) throws IOException {
        E constant = constantOrNull(field, type);
        if (constant == null) {
            throw missing(field);
        }
        return constant;
    }

    /** A constant of {@code type} by its name in any case. */
    <E extends Enum<E>> @Nullable E constantOrNull(String field, Class<E> type) throws IOException {
        String text = textOrNull(field);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<E> constants = List.of(type.getEnumConstants());
            throw new IOException("'" + field + "' should be one of " + constants + ", found \"" + text + "\"", e);
        }
    }

    /** The texts of an array, unmodifiable. */
    List<String> texts(String field) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isTextual()) {
                throw unexpected(field, "an array of text", element);
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    /** The texts of an object by their names, unmodifiable and in the order of the file. */
    Map<String, String> textMap(String field) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object(field).object.properties()) {
            if (!entry.getValue().isTextual()) {
                throw unexpected(field, "an object of text", entry.getValue());
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        }
        return Collections.unmodifiableMap(texts);
    }

    /** The parts of a text that packs them with commas; empty parts are dropped. Unmodifiable. */
    List<String> commaPacked(String field) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : text(field).split(",", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return List.copyOf(parts);
    }

    /** The numbers of an array of exactly {@code length}. */
    double[] numbers(String field, int length) throws IOException {
        JsonNode array = array(field);
        if (array.size() != length) {
            throw unexpected(field, length + " numbers", array);
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            if (!array.get(i).isNumber()) {
                throw unexpected(field, length + " numbers", array);
            }
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    private JsonNode array(String field) throws IOException {
        JsonNode value = required(field);
        if (!value.isArray()) {
            throw unexpected(field, "an array", value);
        }
        return value;
    }

    private JsonNode required(String field) throws IOException {
        JsonNode value = optional(field);
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    private @Nullable JsonNode optional(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private static IOException missing(String field) {
        return new IOException("'" + field + "' is missing");
    }

    private static IOException unexpected(String field, String expected, JsonNode found) {
        return new IOException("'" + field + "' should be " + expected + ", found " + found);
    }

    private static String notANumber(String field, String text) {
        return "'" + field + "' should be a number, found \"" + text + "\"";
    }
}
