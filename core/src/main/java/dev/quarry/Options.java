package dev.quarry;

import dev.quarry.engine.Capability;
import dev.quarry.error.InvalidOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** All options of all verbs, to be imported statically. */
public final class Options {
    private Options() {}

    /**
     * Keeps an index over fields, the leading one first: {@code index(City::country, City::population)}. Filters that compare
     * the leading field use it.
     */
    @SafeVarargs
    public static <T> StoreOption<T> index(Field<T, ?>... fields) {
        return new StoreOption.IndexOn<>(requireAny("index()", fields), false);
    }

    /** Refuses two records that agree in all of these fields; records with a null in one never collide. Keeps an index. */
    @SafeVarargs
    public static <T> StoreOption<T> unique(Field<T, ?>... fields) {
        return new StoreOption.IndexOn<>(requireAny("unique()", fields), true);
    }

    @SafeVarargs
    private static <T> List<Field<T, ?>> requireAny(String option, Field<T, ?>... fields) {
        if (fields.length == 0) {
            throw new InvalidOption(option, "it names no field; give at least one, such as City::country");
        }
        return List.of(fields);
    }

    /** Inside {@link #index}: the field runs from the greatest value to the smallest. */
    public static <T> Field<T, ?> descending(Field<T, ?> field) {
        return new Descending<>(field);
    }

    /** Orders a query's records from the smallest to the greatest value of a field. */
    public static <T> Ordering<T> orderBy(Field<T, ?> field) {
        return Ordering.by(field, false);
    }

    /** Orders a query's records from the greatest to the smallest value of a field. */
    public static <T> Ordering<T> orderByDescending(Field<T, ?> field) {
        return Ordering.by(field, true);
    }

    /** At most so many records, in key order unless another is asked for; throws {@link InvalidOption} below zero. */
    public static <T> QueryOption<T> limit(int count) {
        if (count < 0) {
            throw new InvalidOption("limit(" + count + ")", "there are no fewer than 0 records");
        }
        return new QueryLimit<>(count);
    }

    /** Goes on behind the page that gave the cursor. */
    public static <T> QueryOption<T> after(String cursor) {
        return new QueryCursor<>(Objects.requireNonNull(cursor, "cursor"));
    }

    /**
     * Lets the query throw what its filter throws, instead of leaving out the records on which it does: if there are such
     * records, anywhere in the store, the filter is run in the JVM on the first of them in key order, and what it throws goes to
     * the caller. That is asked in the same snapshot as the query, by a second statement over the store, unless the filter has
     * nothing in it that can throw.
     *
     * <p>Besides, the query throws {@link dev.quarry.error.FilterMisjudged} if the filter throws in SQL and not in the JVM.
     */
    public static <T> FilterOption<T> strict() {
        return new StrictFilter<>();
    }

    /**
     * How long a write waits for other writers; 5 seconds unless given. On a {@code DataSource} how long a single statement waits is
     * up to its own {@code lock_timeout}.
     */
    public static OpenOption timeout(Duration duration) {
        if (duration.isNegative()) {
            throw new InvalidOption("timeout(" + duration + ")", "it is negative");
        }
        return new OpenOption.Timeout(duration);
    }

    /** A write that returned is on the disk and survives a power cut. This is so unless another option says otherwise. */
    public static OpenOption synchronousFull() {
        return new OpenOption.Synchronous(true);
    }

    /** A write that returned survives the end of the program, but a power cut may take the last ones. Faster. */
    public static OpenOption synchronousNormal() {
        return new OpenOption.Synchronous(false);
    }

    /** Opens a database that exists already, for reading only. */
    public static OpenOption readOnly() {
        return new OpenOption.ReadOnly();
    }

    /**
     * Opens stores only with records that are in step with the schema files of a folder: {@link Database#store} throws
     * {@link dev.quarry.error.SchemaDrift} for one that changed since its store's last file, or that has none. It takes the
     * module quarry-schema-migrations, which writes these files.
     */
    public static OpenOption schemaFiles(Path folder) {
        return new OpenOption.SchemaFiles(Objects.requireNonNull(folder, "folder"));
    }

    /**
     * Opens a database that speaks PostgreSQL's language and lacks something that PostgreSQL has: features do without it, or are
     * refused with {@link dev.quarry.error.MissingCapability}. It is written into the database when it is opened for the first time,
     * with nothing in it yet; from then on it need not be given, and {@link dev.quarry.error.CannotOpen} is thrown if something
     * else is. docs/engines.md tells what each costs.
     */
    public static OpenOption without(Capability... missing) {
        if (missing.length == 0) {
            throw new InvalidOption("without()", "it names nothing; give what the database lacks");
        }
        return new OpenOption.Without(Set.copyOf(List.of(missing)));
    }
}
