package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;

/**
 * The way from a component into its JSON, as errors name it: {@code [2]} for an element, {@code [k]} for the value of a map,
 * {@code .name} for a record's component. The generator knows it; a record's object has its {@link JsonObject} as
 * current value, and a map's the map.
 */
final class JsonWay {
    private JsonWay() {}

    /** To the value that is to be written next. */
    static String toNext(JsonGenerator json) {
        JsonStreamContext at = json.getOutputContext();
        return to(at, at.getEntryCount());
    }

    /** To the object whose next name is to be written. */
    static String toObject(JsonGenerator json) {
        JsonStreamContext parent = json.getOutputContext().getParent();
        return to(parent, parent.getCurrentIndex());
    }

    private static String to(JsonStreamContext at, int index) {
        if (at.inRoot()) {
            return "";
        }
        JsonStreamContext parent = at.getParent();
        String step;
        if (at.inArray()) {
            step = "[" + index + "]";
        } else {
            String name = at.getCurrentName();
            step = at.getCurrentValue() instanceof JsonObject record ? "." + record.component(name) : "[" + name + "]";
        }
        return to(parent, parent.getCurrentIndex()) + step;
    }
}
