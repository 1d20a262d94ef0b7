package dev.quarry.schema;

import java.nio.file.Path;

/**
 * Holds the records that a program opens stores with against the schema files of its project.
 *
 * <p>A service, as {@link SchemaComparison} is: implementations are public, have a public constructor without parameters, keep
 * no state and are safe for use by many threads at once.
 */
public interface SchemaGuard {

    /**
     * Lets a record pass that the last file of its store says.
     *
     * @param folder where the files are
     * @param store the store that is to be opened
     * @throws dev.quarry.error.SchemaDrift if the record is another one, or the store has no file
     * @throws dev.quarry.error.InvalidSchemaFile if a file cannot be read
     */
    void requireInStep(Path folder, String store, DeclaredRecord<?> record);
}
