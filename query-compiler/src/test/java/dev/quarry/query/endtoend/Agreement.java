package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a filter gives in SQL with what its lambda gives in the JVM. */
final class Agreement {
    private Agreement() {}

    /** The records for which the filter is true, false, or throws, are the same ones in both. */
    static <T> void check(Datastore<T> store, String what, Filter<T> filter) {
        Set<String> yes = new TreeSet<>();
        Set<String> no = new TreeSet<>();
        for (Map.Entry<String, T> entry : DB.getAllWithKeys(store).entrySet()) {
            try {
                (filter.test(entry.getValue()) ? yes : no).add(entry.getKey());
            } catch (RuntimeException e) {
                // in neither
            }
        }
        assertThat(DB.queryWithKey(store, filter).keySet())
                .as("true: %s%n%s", what, DB.explain(store, filter))
                .isEqualTo(yes);
        assertThat(DB.queryWithKey(store, filter.negate()).keySet())
                .as("false: %s%n%s", what, DB.explain(store, filter.negate()))
                .isEqualTo(no);
    }
}
