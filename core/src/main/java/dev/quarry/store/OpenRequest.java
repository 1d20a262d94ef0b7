package dev.quarry.store;

import dev.quarry.codec.FieldCodec;
import dev.quarry.codec.RecordCodec;
import dev.quarry.codec.StoredTexts;
import dev.quarry.evolution.Declaration;
import dev.quarry.schema.Component;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.Index;
import dev.quarry.schema.Schema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A store that a program opens.
 *
 * @param name its name
 * @param record the record as the program declares it
 * @param codec what moves such records
 * @param declaration the record with its defaults in their stored forms
 * @param indexes all indexes that the program asks for
 */
record OpenRequest<T>(
        String name, DeclaredRecord<T> record, RecordCodec<T> codec, Declaration declaration, List<Index> indexes) {

    /** A request; throws {@link dev.quarry.error.InvalidDefault} if a default is no value of its component. */
    static <T> OpenRequest<T> of(String name, DeclaredRecord<T> record, List<Index> indexes) {
        RecordCodec<T> codec = RecordCodec.of(record);
        return new OpenRequest<>(name, record, codec, declaration(record, codec), List.copyOf(indexes));
    }

    static Declaration declaration(DeclaredRecord<?> record, RecordCodec<?> codec) {
        Map<FieldPath, List<String>> fallbacks = new HashMap<>();
        record.hints().defaults().forEach((path, text) -> {
            Component component = record.schema().componentInside(path).orElseThrow();
            FieldCodec field = codec.fieldInside(path).orElseThrow();
            fallbacks.put(
                    path,
                    Arrays.stream(field.storedDefault(component.type(), text))
                            .map(StoredTexts::text)
                            .toList());
        });
        return new Declaration(record.schema(), record.hints(), fallbacks);
    }

    Schema schema() {
        return record.schema();
    }
}
