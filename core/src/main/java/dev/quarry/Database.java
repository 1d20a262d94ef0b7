package dev.quarry;

import dev.quarry.engine.Engine;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.RecordSchemas;
import dev.quarry.store.Generations;
import dev.quarry.store.StoreTable;
import dev.quarry.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An open database; {@link DB#open} gives it. Thread-safe. Several programs may have the same file open; each needs only one
 * {@code Database} of it. Closing it waits for a write that is under way; after that every use of it or its stores throws
 * {@link dev.quarry.error.DatabaseClosed}.
 */
public final class Database implements AutoCloseable {
    private final Engine engine;
    private final Stores stores;
    private final Optional<Path> schemaFiles;

    Database(Engine engine, boolean readOnly, Optional<Path> schemaFiles) {
        this.engine = engine;
        this.stores = new Stores(engine, readOnly);
        this.schemaFiles = schemaFiles;
    }

    /**
     * Opens a store of a record, creating it if there is none. A store without records takes any record. One with records takes a
     * record that they fit, and changes with it in one transaction: components may be added that are {@code @Nullable}, an
     * {@code Optional} or have a {@code @Default}; be renamed ({@code @Was}), widened or made nullable; and be left out if a
     * record can be without them. Programs with the former record go on and can be started again. The indexes become those that
     * are asked for here and by the record's {@code @Indexed} and {@code @Unique}, unless the record is an older one than the
     * store's.
     *
     * @param name 1 to 64 letters, digits, {@code _} and {@code -}, the first one a letter
     * @throws dev.quarry.error.SchemaLocked if the store holds records that do not fit the record
     * @throws dev.quarry.error.SchemaDrift if the database was opened with {@link Options#schemaFiles} and these have another
     *     record
     * @throws dev.quarry.error.InvalidDefault if a {@code @Default} is no value of its component
     * @throws dev.quarry.error.UnsupportedRecord if the class is no record that can be stored
     * @throws dev.quarry.error.UnsupportedType if a component is of a type that no store holds
     * @throws dev.quarry.error.InvalidIndex if an index cannot be kept
     * @throws dev.quarry.error.DuplicateValues if records already there break a unique rule
     * @throws dev.quarry.error.InvalidStoreName if the name is none
     */
    @SafeVarargs
    public final <T> Datastore<T> store(String name, Class<T> record, StoreOption<T>... options) {
        DeclaredRecord<T> declared = RecordSchemas.of(record);
        schemaFiles.ifPresent(folder -> SchemaGuards.guard().requireInStep(folder, name, declared));
        StoreTable<T> table = stores.open(name, declared, StoreOption.indexes(declared.schema(), options));
        return new Datastore<>(table);
    }

    /**
     * Runs work as one transaction: all that it writes through this database is there when this returns, or, if it throws, none of
     * it, and it sees nothing of what others do at the same time. It is bound to the calling thread, and a transaction inside a
     * transaction is a part of it. A verb that fails has written nothing; if its exception is caught, the rest goes on.
     *
     * <p>On PostgreSQL another transaction can get in its way. Then everything is undone and <strong>the work runs again</strong>, so
     * it should do nothing but read and write this database. Stores are opened, renamed and dropped outside of it. Transactions are
     * as if one ran after the other; a verb outside of one takes effect at one moment, but PostgreSQL does not order it among them.
     * So a write that has to agree with what transactions have read, as one into a day that another closes and sums up, belongs into
     * a transaction too.
     *
     * @param work runs on the calling thread
     * @return what the work gives
     * @throws dev.quarry.error.DatabaseBusy if others were in its way for longer than the time-out
     * @throws dev.quarry.error.OutcomeUnknown if the connection was lost at the end and the server cannot be asked what became of it
     * @throws dev.quarry.error.InvalidUse if it is called inside {@link #snapshot}
     */
    public <R> R transaction(Supplier<R> work) {
        return engine.connections().transaction(session -> work.get());
    }

    /** The same for work that gives nothing. */
    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return this;
        });
    }

    /**
     * Runs work that only reads, on what is there at one moment: nothing that others write meanwhile can be seen. It is bound to the
     * calling thread; inside a transaction it is a part of that.
     *
     * @param work runs on the calling thread; on PostgreSQL it runs again if the connection is lost
     * @return what the work gives
     * @throws dev.quarry.error.InvalidUse if the work writes
     */
    public <R> R snapshot(Supplier<R> work) {
        return engine.connections().snapshot(session -> work.get());
    }

    /** The stores of this database, by name. */
    public List<StoreInfo> stores() {
        return stores.list().stream()
                .map(store -> new StoreInfo(store.name(), store.schema(), store.indexes()))
                .toList();
    }

    /**
     * The shapes that a store has had, the first one first. A shape is added when a program opens the store with a record that no
     * program has opened it with before; none is ever changed or taken away.
     *
     * @throws dev.quarry.error.StoreMissing if there is no store of that name
     */
    public List<SchemaVersion> schemaHistory(String name) {
        return stores.history(name).stream()
                .map(shape ->
                        new SchemaVersion(shape.version(), shape.at(), shape.schema(), shape.hints(), shape.changes()))
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

    Engine engine() {
        return engine;
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
