package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Canonical JSON as text: no spaces, one spelling for each text and each number. */
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

    /** The text of a value. */
    static String write(JsonCodec codec, Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            codec.write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    /** The value of a text; throws {@link Damaged} if it is another's. */
    static Object read(JsonCodec codec, String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            Object value = codec.read(json);
            JsonCodec.expect(json.nextToken(), null);
            return value;
        } catch (IOException e) {
            throw new Damaged("holds broken JSON", e);
        }
    }
}
