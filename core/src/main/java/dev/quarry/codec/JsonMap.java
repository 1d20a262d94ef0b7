package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.plan.StorableText;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps from text as objects, in their own order. What is read is unmodifiable. */
final class JsonMap implements JsonCodec {
    static final String UNORDERED = "a Set or Map inside the records of a collection is equal to another in any order;"
            + " compare a component that has none inside";
    private static final String KEY = " (a key)";

    private final JsonCodec value;

    JsonMap(JsonCodec value) {
        this.value = value;
    }

    @Override
    public void write(Object map, JsonGenerator json) throws IOException {
        json.writeStartObject(map);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            json.writeFieldName(storable((String) entry.getKey(), json));
            Object held = entry.getValue();
            if (held == null) {
                throw Unstorable.becauseOfNull(JsonWay.toNext(json));
            }
            value.write(held, json);
        }
        json.writeEndObject();
    }

    private static String storable(@Nullable String key, JsonGenerator json) {
        if (key == null) {
            throw Unstorable.becauseOfNull(JsonWay.toObject(json) + KEY);
        }
        int bad = StorableText.unstorableAt(key);
        if (bad >= 0) {
            throw Unstorable.becauseOfText(JsonWay.toObject(json) + KEY, bad, key.charAt(bad));
        }
        return key;
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.START_OBJECT);
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            map.put(key, value.read(json));
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public Optional<Class<?>> misfit(Object map) {
        if (!(map instanceof Map<?, ?> entries)) {
            return Optional.of(map.getClass());
        }
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            Object key = entry.getKey();
            if (key != null && !(key instanceof String)) {
                return Optional.of(key.getClass());
            }
            Object held = entry.getValue();
            Optional<Class<?>> misfit = held == null ? Optional.empty() : value.misfit(held);
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> incomparable() {
        return value.incomparable();
    }

    @Override
    public Optional<String> incomparableInside() {
        return Optional.of(UNORDERED);
    }
}
