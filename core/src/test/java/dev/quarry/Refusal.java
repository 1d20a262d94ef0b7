package dev.quarry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quarry.error.DatastoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls that must be refused and must leave everything as it was. */
final class Refusal {
    private Refusal() {}

    /** What a call throws, which is exactly of the given class. */
    static <E extends DatastoreException> E of(Class<E> type, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(type);
        return type.cast(thrown);
    }

    /** The same for a call after which a store holds the same records in the same versions as before. */
    static <E extends DatastoreException> E of(Class<E> type, Datastore<?> untouched, ThrowingCallable call) {
        Map<String, Entry<?>> before = contents(untouched);
        E thrown = of(type, call);
        assertThat(contents(untouched)).isEqualTo(before);
        return thrown;
    }

    private static Map<String, Entry<?>> contents(Datastore<?> store) {
        Map<String, Entry<?>> contents = new LinkedHashMap<>();
        for (String key : DB.keys(store)) {
            contents.put(key, DB.entry(store, key).orElseThrow());
        }
        return contents;
    }
}
