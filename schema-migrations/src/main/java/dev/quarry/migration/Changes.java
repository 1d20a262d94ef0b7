package dev.quarry.migration;

import dev.quarry.migration.error.InvalidScript;
import java.util.List;
import java.util.Objects;

/**
 * A script that lists changes, for which no record of the old shape is needed:
 *
 * <pre>{@code
 * public final class V3__domains extends Changes {
 *     @Override
 *     protected List<Change> changes() {
 *         return List.of(change("countries", Country.class, rename("tld", "domains"), remove("area"), unique("cca2")));
 *     }
 * }
 * }</pre>
 *
 * <p>The static methods of {@link Steps} make changes and steps. Their functions have what they are given and nothing else: the
 * database that is migrated refuses them with {@link dev.quarry.error.InvalidUse}.
 */
public abstract non-sealed class Changes extends Script {
    /** For classes that list their changes. */
    protected Changes() {}

    /** The changes, in order. The same ones each time that it is called. */
    protected abstract List<Change> changes();

    /** A script without a class of its own. */
    public static Changes of(int version, String description, Change... changes) {
        List<Change> all = List.of(changes);
        return new Changes() {
            @Override
            public int version() {
                return version;
            }

            @Override
            public String description() {
                return description;
            }

            @Override
            protected List<Change> changes() {
                return all;
            }
        };
    }

    @Override
    final List<Task> tasks() {
        List<Change> listed = given("changes()", this::changes);
        if (listed.stream().anyMatch(Objects::isNull)) {
            throw new InvalidScript(name(), "one of its changes is null; leave it out");
        }
        return listed.stream().map(change -> change.accept(ChangeTask.OF)).toList();
    }
}
