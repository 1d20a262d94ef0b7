package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarry.schema.Presence;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component of a record that is an object in JSON: null where it has no value. */
final class JsonComponent implements Codec {
    private final String name;
    private final String member;
    private final Presence presence;
    private final JsonCodec value;
    private final Optional<String> fallback;

    /** A component by the name that the program has for it, in a member that the store has for it. */
    JsonComponent(String name, StoredMembers.Member member, Presence presence, JsonCodec value) {
        this.name = name;
        this.member = member.name();
        this.presence = presence;
        this.value = value;
        this.fallback = member.fallback();
    }

    String name() {
        return name;
    }

    /** The member's name, which may be another. */
    String member() {
        return member;
    }

    void write(@Nullable Object component, JsonGenerator json) throws IOException {
        json.writeFieldName(member);
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

    /** Reads the value at the parser's token. */
    @Nullable
    Object read(JsonParser json) throws IOException {
        boolean absent = json.currentToken() == JsonToken.VALUE_NULL;
        if (absent && !presence.allowsAbsence()) {
            throw new Damaged("holds a record whose '" + name + "' is null, and it is not @Nullable");
        }
        return component(absent ? null : value.read(json));
    }

    /** The component where there is no such member; throws {@link Damaged} if nothing stands for it. */
    @Nullable
    Object missing() {
        if (fallback.isPresent()) {
            return component(JsonText.read(value, fallback.get()));
        }
        if (presence.allowsAbsence()) {
            return component(null);
        }
        return value.missing().orElseThrow(() -> new Damaged("holds a record without '" + name + "'"));
    }

    private @Nullable Object component(@Nullable Object held) {
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
