package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records as objects, where the record's class is not known: as maps of their components. */
final class JsonRow implements JsonCodec {
    private final List<String> names;
    private final List<JsonComponent> components;

    JsonRow(List<String> names, List<JsonComponent> components) {
        this.names = List.copyOf(names);
        this.components = List.copyOf(components);
    }

    @Override
    public void write(Object row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            components.get(i).write(((Map<?, ?>) row).get(names.get(i)), json);
        }
        json.writeEndObject();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.START_OBJECT);
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), components.get(i).read(json));
        }
        JsonCodec.expect(json.nextToken(), JsonToken.END_OBJECT);
        return row;
    }

    @Override
    public Optional<Class<?>> misfit(Object row) {
        return row instanceof Map ? Optional.empty() : Optional.of(row.getClass());
    }

    @Override
    public Optional<String> incomparable() {
        return Optional.of("it has no class here whose equals would be known");
    }
}
