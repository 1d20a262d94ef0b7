package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.schema.Presence;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component of a record that is an object in JSON: always there, and null where it has no value. */
final class JsonComponent implements Codec {
    private final String name;
    private final Presence presence;
    private final JsonCodec value;

    JsonComponent(String name, Presence presence, JsonCodec value) {
        this.name = name;
        this.presence = presence;
        this.value = value;
    }

    void write(@Nullable Object component, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (component == null && !presence.allowsNull()) {
            throw Unstorable.becauseOfNull(JsonWay.toNext(json));
        }
        Object held = component instanceof Optional<?> optional ? optional.orElse(null) : component;
        if (held == null) {
            json.writeNull();
        } else {
            value.write(held, json);
        }
    }

    @Nullable
    Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.nextToken(), JsonToken.FIELD_NAME);
        if (!name.equals(json.currentName())) {
            throw new Damaged("holds a record with '" + json.currentName() + "' where '" + name + "' was written");
        }
        boolean absent = json.nextToken() == JsonToken.VALUE_NULL;
        if (absent && !presence.allowsAbsence()) {
            throw new Damaged("holds a record whose '" + name + "' is null, and it is not @Nullable");
        }
        Object held = absent ? null : value.read(json);
        return presence == Presence.OPTIONAL ? Optional.ofNullable(held) : held;
    }

    @Override
    public Optional<Class<?>> misfit(Object component) {
        if (presence != Presence.OPTIONAL) {
            return value.misfit(component);
        }
        return component instanceof Optional<?> optional
                ? optional.flatMap(held -> value.misfit(held))
                : Optional.of(component.getClass());
    }

    @Override
    public Optional<String> incomparable() {
        return value.incomparableInside();
    }
}
