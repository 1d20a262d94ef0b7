package dev.quarry;

import dev.quarry.engine.Engine;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreTable;
import dev.quarry.store.Stores;
import java.util.List;

/**
 * An open database; {@link DB#open} gives it. Thread-safe. Several programs may have the same file open; each needs only one
 * {@code Database} of it. Closing it waits for a write that is under way; after that every use of it or its stores throws
 * {@link dev.quarry.error.DatabaseClosed}.
 */
public final class Database implements AutoCloseable {
    private final Engine engine;
    private final Stores stores;

    Database(Engine engine, boolean readOnly) {
        this.engine = engine;
        this.stores = new Stores(engine, readOnly);
    }

    /**
     * Opens a store of a record, creating it if there is none. The indexes become those that are asked for here and by the
     * record's {@code @Indexed} and {@code @Unique}.
     *
     * @param name 1 to 64 letters, digits, {@code _} and {@code -}, the first one a letter
     * @throws dev.quarry.error.SchemaLocked if the store holds records of another shape; one without records takes the new
     *     shape
     * @throws dev.quarry.error.UnsupportedRecord if the class is no record that can be stored
     * @throws dev.quarry.error.UnsupportedType if a component is of a type that no store holds
     * @throws dev.quarry.error.InvalidIndex if an index cannot be kept
     * @throws dev.quarry.error.DuplicateValues if records already there break a unique rule
     * @throws dev.quarry.error.InvalidStoreName if the name is none
     */
    @SafeVarargs
    public final <T> Datastore<T> store(String name, Class<T> record, StoreOption<T>... options) {
        DeclaredRecord<T> declared = RecordSchemas.of(record);
        StoreTable<T> table = stores.open(name, declared, StoreOption.indexes(declared.schema(), options));
        return new Datastore<>(table);
    }

    /** The stores of this database, by name. */
    public List<StoreInfo> stores() {
        return stores.list().stream()
                .map(store -> new StoreInfo(store.name(), store.schema(), store.indexes()))
                .toList();
    }

    /**
     * Gives a store another name. Handles that are open go on working.
     *
     * @throws dev.quarry.error.StoreMissing if there is no store of the first name
     * @throws dev.quarry.error.StoreExists if there is one of the second
     */
    public void rename(String from, String to) {
        stores.rename(from, to);
    }

    /**
     * Deletes a store with all its records. Handles that are open throw {@link dev.quarry.error.StoreMissing} from then on.
     *
     * @throws dev.quarry.error.StoreMissing if there is no store of that name
     */
    public void drop(String name) {
        stores.drop(name);
    }

    /**
     * The tables behind the stores, for tools that change stores as a whole, such as {@code dev.quarry.migration}; a program
     * that only reads and writes records has no use for them.
     */
    public Generations generations() {
        return new Generations(engine);
    }

    /** How many SQL statements have been prepared so far: a query that runs again prepares none. */
    public long preparedStatements() {
        return engine.connections().preparedStatements();
    }

    @Override
    public void close() {
        engine.close();
    }
}
