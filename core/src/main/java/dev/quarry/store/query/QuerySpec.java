package dev.quarry.store.query;

import java.util.List;
import java.util.Optional;

/**
 * What a query asks for besides its filter.
 *
 * @param order the ordering; if empty, there is none unless a limit or cursor implies that of the keys
 * @param limit how many records at most
 * @param cursor the page that this one follows
 */
public record QuerySpec(List<Direction> order, Optional<Integer> limit, Optional<String> cursor) {
    /** All records, in no order. */
    public static final QuerySpec ALL = new QuerySpec(List.of(), Optional.empty(), Optional.empty());

    public QuerySpec {
        order = List.copyOf(order);
    }

    /** This, with a limit; a limit that is already there stays if it is smaller. */
    public QuerySpec atMost(int count) {
        int least = Math.min(count, limit.orElse(count));
        return new QuerySpec(order, Optional.of(least), cursor);
    }
}
