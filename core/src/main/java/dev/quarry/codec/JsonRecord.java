package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;

/** Records as objects with all components in order. */
final class JsonRecord implements JsonCodec {
    private final RecordAccess access;
    private final JsonObject object;

    JsonRecord(RecordAccess access, JsonObject object) {
        this.access = access;
        this.object = object;
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        try {
            object.write(place -> access.component(value, place), json);
        } catch (Unstorable e) {
            throw e.in(access.type().getName());
        }
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        return access.construct(object.read(json));
    }

    @Override
    public Optional<Object> missing() {
        return Optional.of(access.construct(object.missing()));
    }

    @Override
    public Optional<Class<?>> misfit(Object value) {
        return access.misfit(value, object.components());
    }

    @Override
    public Optional<String> incomparable() {
        return access.incomparable(object.components());
    }
}
