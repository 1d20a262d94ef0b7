package dev.quarry.query.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.DB;
import dev.quarry.Datastore;
import dev.quarry.Filter;
import dev.quarry.error.FilterNotOnEngine;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether a filter finds in SQL the records for which it is true in the JVM, and its opposite those for which it is false. */
final class Agreement {
    private Agreement() {}

    /** Compares on a store that holds these records, and gives the keys for which the filter is true. */
    static <T> Set<String> assertAgrees(Datastore<T> store, Map<String, T> records, String what, Filter<T> filter) {
        Set<String> yes = new TreeSet<>();
        Set<String> no = new TreeSet<>();
        for (Map.Entry<String, T> entry : records.entrySet()) {
            try {
                (filter.test(entry.getValue()) ? yes : no).add(entry.getKey());
            } catch (RuntimeException e) {
                assertThat(e).isNotInstanceOf(ClassCastException.class);
            }
        }
        try {
            assertThat(DB.queryWithKey(store, filter).keySet())
                    .as("true: %s", what)
                    .isEqualTo(yes);
            assertThat(DB.queryWithKey(store, filter.negate()).keySet())
                    .as("false: %s", what)
                    .isEqualTo(no);
        } catch (FilterNotOnEngine e) {
            // SQLite can say every filter; what PostgreSQL cannot it says, which is as good as an answer
            assertThat(e.engine()).isEqualTo("postgresql");
            assertThat(e.reason()).isPresent();
        }
        return yes;
    }
}
