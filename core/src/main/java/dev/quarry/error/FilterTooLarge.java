package dev.quarry.error;

/** Filters that are joined by {@code and}, {@code or} and {@code negate} to more than a database can be asked at once. */
public final class FilterTooLarge extends DatastoreException {
    private static final long serialVersionUID = 1L;

    private final int filters;
    private final String reason;

    private FilterTooLarge(int filters, String reason) {
        super("a filter joined of " + filters + " filters is too large: " + reason
                + "; where they differ in a value alone, capture a collection of the values and use contains(…)"
                + " in one filter, or test the records in the program with DB.scan(store, predicate)");
        this.filters = filters;
        this.reason = reason;
    }

    /** Reports how many filters there are at least, and how many there may be. */
    public static FilterTooLarge becauseOfNumber(int filters, int most) {
        return new FilterTooLarge(filters, "at most " + most + " can be joined");
    }

    /** Reports how many filters there are, how many values they bind together, and how many there may be. */
    public static FilterTooLarge becauseOfValues(int filters, int values, int most) {
        return new FilterTooLarge(
                filters, "the query has " + values + " values to bind, and at most " + most + " can be");
    }

    /** Reports how many filters there are, and how deeply they may be nested. */
    public static FilterTooLarge becauseOfDepth(int filters, int most) {
        return new FilterTooLarge(
                filters,
                "and, or and negate take turns in more than " + most
                        + " levels, one inside the other, which is deeper than SQL can be nested");
    }

    /** How many filters are joined; at least so many if there are more than can be joined at all. */
    public int filters() {
        return filters;
    }

    /** What there is too much of. */
    public String reason() {
        return reason;
    }
}
