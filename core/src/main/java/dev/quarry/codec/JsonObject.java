package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record as the members of an object. What another program wrote may lack some or have more: a member that is
 * missing is what the store has for it, and one that no component has is passed over.
 */
final class JsonObject {
    private final List<JsonComponent> components;
    private final boolean inSet;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * The members of a record.
     *
     * @param inSet whether the record is in a set, where two elements that differ in a member which is passed over would become
     *     one: there it has to be null
     */
    JsonObject(List<JsonComponent> components, boolean inSet) {
        this.components = List.copyOf(components);
        this.inSet = inSet;
        for (int i = 0; i < components.size(); i++) {
            places.put(components.get(i).member(), i);
        }
    }

    List<JsonComponent> components() {
        return components;
    }

    /** The component that has a member. */
    String component(String member) {
        return components.get(Objects.requireNonNull(places.get(member))).name();
    }

    /** Gives the component of a value at a place. */
    @FunctionalInterface
    interface Values {
        @Nullable
        Object at(int place);
    }

    void write(Values values, JsonGenerator json) throws IOException {
        json.writeStartObject(this);
        for (int i = 0; i < components.size(); i++) {
            components.get(i).write(values.at(i), json);
        }
        json.writeEndObject();
    }

    /** The values of all components, in their order. */
    @Nullable
    Object[] read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.START_OBJECT);
        @Nullable Object[] values = new Object[components.size()];
        boolean[] given = new boolean[values.length];
        int expected = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int place = place(json.currentName(), expected);
            json.nextToken();
            if (place < 0) {
                passOver(json);
                continue;
            }
            if (given[place]) {
                throw new Damaged("holds a record that has '" + json.currentName() + "' twice");
            }
            values[place] = components.get(place).read(json);
            given[place] = true;
            expected = place + 1;
        }
        JsonCodec.expect(json.currentToken(), JsonToken.END_OBJECT);
        for (int i = 0; i < values.length; i++) {
            if (!given[i]) {
                values[i] = components.get(i).missing();
            }
        }
        return values;
    }

    /** The values of a record that was written when there was none. */
    @Nullable
    Object[] missing() {
        return components.stream().map(JsonComponent::missing).toArray();
    }

    private int place(String name, int expected) {
        boolean asExpected = expected < components.size()
                && components.get(expected).member().equals(name);
        return asExpected ? expected : places.getOrDefault(name, -1);
    }

    private void passOver(JsonParser json) throws IOException {
        if (inSet && json.currentToken() != JsonToken.VALUE_NULL) {
            throw new Damaged("holds a set of records that have '" + json.currentName()
                    + "' besides, without which two of them may be the same");
        }
        json.skipChildren();
    }
}
