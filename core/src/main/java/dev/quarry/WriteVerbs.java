package dev.quarry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The verbs that write; part of {@link DB}. */
abstract class WriteVerbs extends ReadVerbs {
    WriteVerbs() {}

    /**
     * Writes the whole record under a key, whether there was one or not.
     *
     * @return the record
     * @throws dev.quarry.error.InvalidKey if the key is none
     * @throws dev.quarry.error.NullComponent if a component that is not {@code @Nullable} is null
     * @throws dev.quarry.error.InvalidText if a text has U+0000 or half a surrogate pair
     * @throws dev.quarry.error.UniqueViolation if another record has the same values where they are unique
     * @throws dev.quarry.error.ReadOnlyDatabase if the database was opened with {@link Options#readOnly()}
     * @throws dev.quarry.error.OutcomeUnknown if the connection was lost and the server cannot be asked what became of the write
     */
    public static <T> T set(Datastore<T> store, String key, T record) {
        store.writing().set(key, record);
        return record;
    }

    /**
     * Writes the record under a new key; see {@link #set}.
     *
     * @return the key, as {@link #generateKey} makes them
     */
    public static <T> String add(Datastore<T> store, T record) {
        String key = generateKey();
        store.writing().add(key, record);
        return key;
    }

    /**
     * Writes all records, or, if one is refused, none; see {@link #set}.
     *
     * @return how many
     */
    public static <T> int setAll(Datastore<T> store, Map<String, ? extends T> records) {
        return store.writing().setAll(records);
    }

    /** A key that nobody has: a UUID of version 7, so that later keys sort behind earlier ones. */
    public static String generateKey() {
        return GeneratedKeys.next();
    }

    /**
     * Deletes the records under the keys, as far as they are there.
     *
     * @return how many they were
     */
    public static int delete(Datastore<?> store, String key, String... more) {
        List<String> keys = new ArrayList<>(1 + more.length);
        keys.add(key);
        keys.addAll(Arrays.asList(more));
        return store.writing().delete(keys);
    }

    /**
     * Deletes every record, which also unlocks the store's schema.
     *
     * @return how many they were
     */
    public static int deleteAll(Datastore<?> store) {
        return store.writing().deleteAll();
    }
}
