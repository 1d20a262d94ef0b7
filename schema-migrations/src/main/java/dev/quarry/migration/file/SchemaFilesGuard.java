package dev.quarry.migration.file;

import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.SchemaGuard;
import java.nio.file.Path;
import java.util.List;

/** What core finds when a program opens a database with {@code schemaFiles(folder)}. */
public final class SchemaFilesGuard implements SchemaGuard {

    /** Made by {@link java.util.ServiceLoader}. */
    public SchemaFilesGuard() {}

    @Override
    public void requireInStep(Path folder, String store, DeclaredRecord<?> record) {
        new SchemaReport(List.of(SchemaCheck.of(folder).verify(store, record))).requireInStep();
    }
}
