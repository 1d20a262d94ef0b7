package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The changes of stores, and the steps of which they consist. Functions get values as they are stored: a nested record is a
 * {@code Map<String, Object>} of its components, an enum's constant its name, an {@code Optional} what it holds or null; what
 * they return may be such a value or the new record's own. They are called on one thread, may be called more than once for a
 * record, and give the same answer each time.
 */
public final class Steps {
    private Steps() {}

    /** The records of a store become others; the steps say how. */
    public static Change change(String store, Class<? extends Record> record, Step... steps) {
        return new Change.Convert(store, record, List.of(steps));
    }

    /** A store gets another name. */
    public static Change renameStore(String from, String to) {
        return new Change.Rename(from, to);
    }

    /**
     * The records of a store move to others.
     *
     * @throws dev.quarry.migration.error.InvalidScript if there are no parts
     */
    public static Change splitStore(String store, Change.Part... parts) {
        return new Change.Split(store, List.of(parts));
    }

    /** One of the stores into which another is split: which records it takes, and what happens to them. */
    public static Change.Part part(String store, Class<? extends Record> record, Predicate<Row> takes, Step... steps) {
        return new Change.Part(store, record, takes, List.of(steps));
    }

    /**
     * The records of several stores move to one.
     *
     * @throws dev.quarry.migration.error.InvalidScript if there are no sources
     */
    public static Change mergeStores(String store, Class<? extends Record> record, Change.Source... sources) {
        return new Change.Merge(store, record, List.of(sources));
    }

    /** One of the stores that are merged, and what happens to its records. */
    public static Change.Source source(String store, Step... steps) {
        return new Change.Source(store, List.of(steps));
    }

    /** A new component, computed from the others. */
    public static Step add(String field, Function<Row, ? extends @Nullable Object> value) {
        return new Step.Add(field, value);
    }

    /** A component that is no longer there; its values are gone, except in the backup. */
    public static Step remove(String field) {
        return new Step.Remove(field);
    }

    /** A component of another name. */
    public static Step rename(String from, String to) {
        return new Step.Rename(from, to);
    }

    /** A component whose values are converted, to another type or the same; null stays null. */
    @SuppressWarnings("unchecked")
    public static <V> Step convert(String field, Function<V, ? extends @Nullable Object> converter) {
        return new Step.Convert(field, (Function<Object, ? extends @Nullable Object>) converter);
    }

    /** A component that becomes several; the function gives their values by name, and is not asked about null. */
    @SuppressWarnings("unchecked")
    public static <V> Step split(String field, List<String> into, Function<V, ? extends Map<String, ?>> parts) {
        return new Step.Split(field, into, (Function<Object, ? extends Map<String, ?>>) parts);
    }

    /** Components that become one. */
    public static Step merge(List<String> fields, String into, Function<Row, ? extends @Nullable Object> value) {
        return new Step.Merge(fields, into, value);
    }

    /**
     * A component that may be null and no longer is, with what stands for null.
     *
     * @throws dev.quarry.migration.error.InvalidScript if that is null too
     */
    @SuppressWarnings("ConstantValue")
    public static Step require(String field, Object insteadOfNull) {
        if (insteadOfNull == null) {
            throw new InvalidScript(
                    "a script with require(\"" + field + "\", null)",
                    "null cannot stand for null; give a value, or compute one with requireComputed");
        }
        return new Step.Require(field, row -> insteadOfNull);
    }

    /** A component that may be null and no longer is, with what stands for null, computed from the others. */
    public static Step requireComputed(String field, Function<Row, ?> insteadOfNull) {
        return new Step.Require(field, insteadOfNull);
    }

    /** A single value that becomes a list of one, and null an empty list. */
    public static Step toList(String field) {
        return new Step.ToList(field);
    }

    /** A list that becomes the one element it holds, or null if it holds none; one that holds more is an error. */
    public static Step toSingle(String field) {
        return new Step.ToSingle(field, Steps::only);
    }

    private static @Nullable Object only(List<?> list) {
        if (list.size() > 1) {
            throw new IllegalArgumentException(
                    "it holds " + list.size() + " elements; say which one stays with toSingle(field, function)");
        }
        return list.isEmpty() ? null : list.get(0);
    }

    /** A list that becomes a single value, as the function has it. */
    @SuppressWarnings("unchecked")
    public static <V> Step toSingle(String field, Function<List<V>, ? extends @Nullable Object> value) {
        return new Step.ToSingle(field, list -> value.apply((List<V>) list));
    }

    /** Steps inside a nested record. */
    public static Step inside(String field, Step... steps) {
        return new Step.Inside(field, List.of(steps));
    }

    /** Steps inside each record of a list or a set, or each that a map leads to. */
    public static Step insideEach(String field, Step... steps) {
        return new Step.InsideEach(field, List.of(steps));
    }

    /** Another key for each record. */
    public static Step changeKey(BiFunction<String, Row, String> key) {
        return new Step.ChangeKey(key);
    }

    /**
     * An index over components of the new record, besides those that its annotations ask for.
     *
     * @throws dev.quarry.migration.error.InvalidScript if there are no paths
     */
    public static Step index(String... paths) {
        return new Step.AddIndex(List.of(paths), false);
    }

    /**
     * The rule that components of the new record together are unique, besides those that its annotations ask for.
     *
     * @throws dev.quarry.migration.error.InvalidScript if there are no paths
     */
    public static Step unique(String... paths) {
        return new Step.AddIndex(List.of(paths), true);
    }
}
