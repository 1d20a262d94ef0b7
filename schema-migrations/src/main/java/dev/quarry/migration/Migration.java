package dev.quarry.migration;

import dev.quarry.StoreOption;
import dev.quarry.migration.error.InvalidScript;
import dev.quarry.schema.DeclaredRecord;
import dev.quarry.schema.Index;
import dev.quarry.schema.RecordSchemas;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script that converts the records of a store one by one. The old shape is a record of its own, best nested in the script:
 *
 * <pre>{@code
 * public final class V2__split_name extends Migration<V2__split_name.Before, Person> {
 *     public record Before(String name, int age) {}
 *
 *     public V2__split_name() {
 *         super("people");
 *     }
 *
 *     @Override
 *     public Person up(Before old) {
 *         int space = old.name().indexOf(' ');
 *         return new Person(old.name().substring(0, space), old.name().substring(space + 1), old.age());
 *     }
 * }
 * }</pre>
 *
 * <p>The methods are called on one thread, may be called more than once for a record, and give the same answer each time:
 * they read no clock and keep no state. The database that is migrated refuses them with {@link dev.quarry.error.InvalidUse}: the
 * new record is computed from the old one alone. What else it takes is read before the run and given to the script's constructor.
 *
 * @param <O> the record as it is stored: the same components of the same types, in any order; the names of its class and
 *     of the classes in it do not matter
 * @param <N> the record as it is to be stored
 */
public abstract non-sealed class Migration<O extends Record, N extends Record> extends Script {
    private final String store;

    /** A migration of a store. */
    @SuppressWarnings("ConstantValue")
    protected Migration(String store) {
        if (store == null) {
            throw new InvalidScript(
                    getClass().getName(), "it gives null for its store; give the name of one to super(…)");
        }
        this.store = store;
    }

    /** The store's name. */
    public final String store() {
        return store;
    }

    /**
     * The new record for an old one.
     *
     * @return not null; to leave a record out, delete it before or after
     */
    public abstract N up(O old);

    /**
     * The old record for a new one, for the way back; empty if there is none, as this method has it. Where there is one, a dry
     * run tells how many records do not come back as they were.
     */
    public Optional<O> down(N record) {
        return Optional.empty();
    }

    /** The new key of a record; the old one, unless overridden. */
    public String key(String key, O old) {
        return key;
    }

    /**
     * The indexes and unique rules besides those that the new record's annotations ask for, as {@code db.store} takes them.
     * What the store was opened with before and is not unique stays anyway, as far as its components do.
     */
    public List<StoreOption<N>> options() {
        return List.of();
    }

    @Override
    final List<Task> tasks() {
        DeclaredRecord<O> old = RecordSchemas.of(argument(0));
        DeclaredRecord<N> now = RecordSchemas.of(argument(1));
        Route<O, N> route = new Route<>(
                store, new Shape.Declared<>(old), store, now, indexes(now), new RecordConverter<>(this), List.of());
        return List.of(new Task.Rebuild(List.of(route)));
    }

    private List<Index> indexes(DeclaredRecord<N> now) {
        Set<Index> all = new LinkedHashSet<>(now.indexes());
        for (StoreOption<N> option : given("options()", this::options)) {
            all.addAll(StoreOption.indexes(now.schema(), option));
        }
        return List.copyOf(all);
    }

    /** A type argument, as the class says it that extends this one. */
    @SuppressWarnings("unchecked")
    private <R> Class<R> argument(int index) {
        Class<?> at = getClass();
        while (at.getSuperclass() != Migration.class) {
            at = at.getSuperclass();
        }
        if (at.getGenericSuperclass() instanceof ParameterizedType parameterized) {
            Type argument = parameterized.getActualTypeArguments()[index];
            if (argument instanceof Class<?> record) {
                return (Class<R>) record;
            }
        }
        throw new InvalidScript(
                getClass().getName(),
                "it does not say which records it converts; write extends Migration<Before, After>");
    }
}
