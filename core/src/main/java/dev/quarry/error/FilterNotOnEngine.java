package dev.quarry.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compiled filter that the engine on which the store lives cannot say exactly. */
public final class FilterNotOnEngine extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final String filter;
    private final String place;
    private final String engine;
    private final @Nullable String reason;

    /**
     * A filter without a form on an engine.
     *
     * @param filter the lambda as written
     * @param place file and line of it
     * @param engine the engine's name in plans
     * @param reason why there is none; empty if the compiler that made the plan did not know the engine
     */
    public FilterNotOnEngine(String filter, String place, String engine, Optional<String> reason) {
        super("the filter " + filter + " at " + place + " has no form on " + engine + ": "
                + reason.map(why -> why + "; rewrite that part, or test the records in the program with"
                                + " DB.scan(store, predicate); -Aquarry.engines=sqlite," + engine
                                + " as an option of javac shows all such places as errors")
                        .orElse("it was compiled by a version of Quarry that does not know this engine;"
                                + " compile it again with this version of dev.quarry:quarry-query-compiler"));
        this.filter = filter;
        this.place = place;
        this.engine = engine;
        this.reason = reason.orElse(null);
    }

    /** The lambda as written. */
    public String filter() {
        return filter;
    }

    /** File and line of it. */
    public String place() {
        return place;
    }

    /** The engine's name in plans. */
    public String engine() {
        return engine;
    }

    /** Why it has no form there; empty if the compiler that made the plan did not know the engine. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
