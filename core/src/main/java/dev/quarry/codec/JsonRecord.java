package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Records as objects with all components in order. */
final class JsonRecord implements JsonCodec {
    private final RecordAccess access;
    private final List<JsonComponent> components;

    JsonRecord(RecordAccess access, List<JsonComponent> components) {
        this.access = access;
        this.components = List.copyOf(components);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        try {
            for (int i = 0; i < components.size(); i++) {
                components.get(i).write(access.component(value, i), json);
            }
        } catch (Unstorable e) {
            throw e.in(access.type().getName());
        }
        json.writeEndObject();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.START_OBJECT);
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).read(json);
        }
        JsonCodec.expect(json.nextToken(), JsonToken.END_OBJECT);
        return access.construct(values);
    }

    @Override
    public Optional<Class<?>> misfit(Object value) {
        return access.misfit(value, components);
    }

    @Override
    public Optional<String> incomparable() {
        return access.incomparable(components);
    }
}
