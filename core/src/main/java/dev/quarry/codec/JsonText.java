package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.quarry.error.NullComponent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and maps of texts as canonical JSON: no spaces, no repeated names, one spelling for each text. */
final class JsonText {
    /**
     * What a store accepted it must give back, so the reader sets no limit of its own. Nor does it keep a table of names,
     * which refuses many of the same hash.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonText() {}

    static String write(List<?> list, String record, String place) {
        return written(json -> {
            json.writeStartArray();
            int index = 0;
            for (Object element : list) {
                json.writeString(text(element, record, place + "[" + index++ + "]"));
            }
            json.writeEndArray();
        });
    }

    static String write(Map<?, ?> map, String record, String place) {
        return written(json -> {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = text(entry.getKey(), record, place + " (a key)");
                json.writeFieldName(name);
                json.writeString(text(entry.getValue(), record, place + "[" + name + "]"));
            }
            json.writeEndObject();
        });
    }

    private static String text(@Nullable Object value, String record, String place) {
        if (value == null) {
            throw new NullComponent(record, place);
        }
        return ScalarCodec.storable((String) value, place);
    }

    static List<String> readList(String json, String place) {
        List<String> list = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken(), JsonToken.START_ARRAY, place);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(parser.currentToken(), JsonToken.VALUE_STRING, place);
                list.add(parser.getText());
            }
            return list;
        } catch (IOException e) {
            throw new Unreadable("'" + place + "' holds broken JSON", e);
        }
    }

    static Map<String, String> readMap(String json, String place) {
        Map<String, String> map = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT, place);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                expect(parser.nextToken(), JsonToken.VALUE_STRING, place);
                map.put(name, parser.getText());
            }
            return map;
        } catch (IOException e) {
            throw new Unreadable("'" + place + "' holds broken JSON", e);
        }
    }

    private static void expect(@Nullable JsonToken actual, JsonToken expected, String place) {
        if (actual != expected) {
            throw new Unreadable("'" + place + "' holds JSON of another kind than it was written with");
        }
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface Writing {
        void write(JsonGenerator json) throws IOException;
    }
}
