package dev.quarry;

import dev.quarry.store.Reading;
import dev.quarry.store.StoreTable;
import dev.quarry.store.Writing;
import dev.quarry.store.query.Queries;

/**
 * A store of records; {@link Database#store} gives it. A handle: the verbs are static methods of {@link DB}. Immutable and
 * thread-safe.
 *
 * @param <T> the record
 */
public final class Datastore<T> implements Store<T> {
    private final StoreTable<T> table;
    private final Reading<T> reading;
    private final Writing<T> writing;
    private final Queries<T> queries;

    Datastore(StoreTable<T> table) {
        this.table = table;
        this.reading = new Reading<>(table);
        this.writing = new Writing<>(table);
        this.queries = new Queries<>(table);
    }

    static <T> Datastore<T> of(Store<T> store) {
        return (Datastore<T>) store;
    }

    @Override
    public String name() {
        return table.name();
    }

    StoreTable<T> table() {
        return table;
    }

    Reading<T> reading() {
        return reading;
    }

    Writing<T> writing() {
        return writing;
    }

    Queries<T> queries() {
        return queries;
    }

    /** {@code Datastore<City>(cities)}. */
    @Override
    public String toString() {
        return "Datastore<" + table.type().getSimpleName() + ">(" + name() + ")";
    }
}
