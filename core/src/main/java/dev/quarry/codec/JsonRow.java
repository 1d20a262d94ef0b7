package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records as objects, where the record's class is not known: as maps of their components. */
final class JsonRow implements JsonCodec {
    private final List<String> names;
    private final JsonObject object;

    JsonRow(List<String> names, JsonObject object) {
        this.names = List.copyOf(names);
        this.object = object;
    }

    @Override
    public void write(Object row, JsonGenerator json) throws IOException {
        object.write(place -> ((Map<?, ?>) row).get(names.get(place)), json);
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        return row(object.read(json));
    }

    @Override
    public Optional<Object> missing() {
        return Optional.of(row(object.missing()));
    }

    private Map<String, @Nullable Object> row(@Nullable Object[] values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(names.get(i), values[i]);
        }
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
