package dev.quarry;

import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The verbs that read by key; part of {@link DB}. */
abstract class ReadVerbs {
    ReadVerbs() {}

    /** The record under a key. */
    public static <T> Optional<T> get(Store<T> store, String key) {
        return Datastore.of(store).reading().get(key);
    }

    /** The records under all of the keys, in the order asked and with repeats; empty if any is missing. */
    public static <T> Optional<List<T>> getMany(Store<T> store, List<String> keys) {
        Map<String, T> found = Datastore.of(store).reading().getMany(keys);
        List<T> records = new ArrayList<>(keys.size());
        for (String key : keys) {
            T record = found.get(key);
            if (record == null) {
                return Optional.empty();
            }
            records.add(record);
        }
        return Optional.of(records);
    }

    /** The records under those of the keys that are there, each once, in the order asked. */
    public static <T> List<T> getExisting(Store<T> store, List<String> keys) {
        return new ArrayList<>(getManyWithKeys(store, keys).values());
    }

    /** The records under those of the keys that are there, by key, in the order asked. */
    public static <T> Map<String, T> getManyWithKeys(Store<T> store, List<String> keys) {
        return Datastore.of(store).reading().getMany(keys);
    }

    /** The record under a key, with its version. */
    public static <T> Optional<Entry<T>> entry(Store<T> store, String key) {
        return Datastore.of(store).reading().entry(key, Entry::new);
    }

    /** Whether there is a record under a key. */
    public static boolean has(Store<?> store, String key) {
        return Datastore.of(store).reading().has(key);
    }

    /** All records, in key order: by the code points of the keys. */
    public static <T> List<T> getAll(Store<T> store) {
        return Datastore.of(store).reading().getAll();
    }

    /** All records by key, in key order. */
    public static <T> Map<String, T> getAllWithKeys(Store<T> store) {
        return Datastore.of(store).reading().getAllWithKeys();
    }

    /** All keys, in order. */
    public static List<String> keys(Store<?> store) {
        return Datastore.of(store).reading().keys();
    }

    /** How many records there are. */
    public static long count(Store<?> store) {
        return Datastore.of(store).reading().count();
    }

    /**
     * All records, in key order, read a few hundred at a time. Nothing is locked or held open meanwhile, so a record that is
     * written while the stream runs may or may not be in it; the stream need not be closed.
     */
    public static <T> Stream<T> stream(Store<T> store) {
        return Datastore.of(store).reading().stream();
    }

    /**
     * The records that pass a test which runs in the program, on every record, in key order: the way to ask what the query
     * language cannot. It is a {@link #stream}.
     */
    public static <T> Stream<T> scan(Store<T> store, Predicate<? super T> test) {
        return stream(store).filter(test);
    }

    /** The shape of the store's records. */
    public static Schema schema(Store<?> store) {
        return Datastore.of(store).table().schema();
    }

    /** The names of the components of the store's records, in order. */
    public static List<String> schemaFields(Store<?> store) {
        return schema(store).fieldNames();
    }
}
