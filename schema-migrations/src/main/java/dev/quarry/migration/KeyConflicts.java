package dev.quarry.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records whose new key another record had got before. Which one that was is only looked for when there are any. */
final class KeyConflicts {
    private final int version;
    private final Failures failures;
    private final Map<NewKey, Conflict> conflicts = new LinkedHashMap<>();

    KeyConflicts(int version, Failures failures) {
        this.version = version;
        this.failures = failures;
    }

    private record NewKey(String store, String key) {}

    private record OldKey(String store, String key) {}

    private static final class Conflict {
        private final OldKey later;
        private @Nullable OldKey first;

        private Conflict(OldKey later) {
            this.later = later;
        }
    }

    /** Ends the reading of a run, in which one conflict is enough. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Found() {
            super("reported when its partner is known", null, false, false);
        }
    }

    /** A record could not be written because its new key is taken. */
    void add(String store, String newKey, String oldStore, String oldKey) {
        boolean known = conflicts.containsKey(new NewKey(store, newKey));
        if (known || !failures.hasRoom() || conflicts.size() == Failures.MOST_LISTED) {
            failures.count(Failure.Reason.KEY_TAKEN);
            return;
        }
        conflicts.put(new NewKey(store, newKey), new Conflict(new OldKey(oldStore, oldKey)));
        if (failures.stopping()) {
            throw new Found();
        }
    }

    boolean any() {
        return !conflicts.isEmpty();
    }

    /** A record has that new key: if it is a wanted one and the first, it is the partner. */
    void offer(String store, String newKey, String oldStore, String oldKey) {
        Conflict conflict = conflicts.get(new NewKey(store, newKey));
        if (conflict != null && conflict.first == null) {
            conflict.first = new OldKey(oldStore, oldKey);
        }
    }

    void report() {
        conflicts.forEach((key, conflict) -> {
            String partner = conflict.first == null
                    ? "another record"
                    : "the record '" + conflict.first.key() + "' of store '" + conflict.first.store() + "'";
            failures.add(
                    new Failure(
                            version,
                            conflict.later.store(),
                            conflict.later.key(),
                            Optional.empty(),
                            Failure.Reason.KEY_TAKEN,
                            "its new key '" + key.key() + "' is that of " + partner + " already"),
                    null);
        });
    }
}
