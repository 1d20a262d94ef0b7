package dev.quarry.store;

import dev.quarry.schema.Schema;
import dev.quarry.schema.SchemaComparison;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Says how two schemas differ: in the words of {@link SchemaComparison} if one is there, else side by side. */
final class SchemaDifferences {
    private SchemaDifferences() {}

    static List<String> between(Schema stored, Schema declared) {
        return ServiceLoader.load(SchemaComparison.class, SchemaComparison.class.getClassLoader())
                .findFirst()
                .map(comparison -> comparison.differences(stored, declared))
                .orElseGet(() -> List.of(
                        "stored:   " + describe(stored),
                        "declared: " + describe(declared),
                        "(add dev.quarry:quarry-schema-migrations to see the differences one by one)"));
    }

    private static String describe(Schema schema) {
        return schema.components().stream()
                .map(component -> component.describe())
                .collect(Collectors.joining(", "));
    }
}
