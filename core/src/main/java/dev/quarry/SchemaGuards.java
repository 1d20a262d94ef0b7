package dev.quarry;

import dev.quarry.error.InvalidOption;
import dev.quarry.schema.SchemaGuard;
import java.util.ServiceLoader;

/** Finds the module that knows schema files. */
final class SchemaGuards {
    private SchemaGuards() {}

    /** The guard; throws {@link InvalidOption} if the program does not have it. */
    static SchemaGuard guard() {
        return ServiceLoader.load(SchemaGuard.class, SchemaGuard.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new InvalidOption(
                        "schemaFiles(…)", "nothing here reads schema files; add dev.quarry:quarry-schema-migrations"));
    }
}
