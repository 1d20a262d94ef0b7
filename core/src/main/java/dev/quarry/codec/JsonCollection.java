package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Lists and sets as arrays in their own order. What is read is unmodifiable and, unlike {@code List.of} and {@code Set.of},
 * answers {@code contains(null)}.
 */
final class JsonCollection implements JsonCodec {
    private final Class<?> type;
    private final JsonCodec element;
    private final Supplier<Collection<Object>> empty;
    private final UnaryOperator<Collection<Object>> finished;

    private JsonCollection(
            Class<?> type,
            JsonCodec element,
            Supplier<Collection<Object>> empty,
            UnaryOperator<Collection<Object>> finished) {
        this.type = type;
        this.element = element;
        this.empty = empty;
        this.finished = finished;
    }

    static JsonCollection list(JsonCodec element) {
        return new JsonCollection(
                List.class, element, ArrayList::new, list -> Collections.unmodifiableList((List<Object>) list));
    }

    static JsonCollection set(JsonCodec element) {
        return new JsonCollection(
                Set.class, element, LinkedHashSet::new, set -> Collections.unmodifiableSet((Set<Object>) set));
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object one : (Collection<?>) value) {
            if (one == null) {
                throw Unstorable.becauseOfNull(JsonWay.toNext(json));
            }
            element.write(one, json);
        }
        json.writeEndArray();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.START_ARRAY);
        Collection<Object> read = empty.get();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            read.add(element.read(json));
        }
        return finished.apply(read);
    }

    @Override
    public Optional<Class<?>> misfit(Object value) {
        return type.isInstance(value)
                ? ((Collection<?>) value)
                        .stream()
                                .filter(Objects::nonNull)
                                .flatMap(one -> element.misfit(one).stream())
                                .findFirst()
                : Optional.of(value.getClass());
    }

    @Override
    public Optional<String> incomparable() {
        return element.incomparable();
    }

    @Override
    public Optional<String> incomparableInside() {
        return type == Set.class ? Optional.of(JsonMap.UNORDERED) : incomparable();
    }
}
