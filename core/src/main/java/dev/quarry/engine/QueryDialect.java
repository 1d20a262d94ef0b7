package dev.quarry.engine;

/** How one engine says what queries need beyond a plan's own SQL. Columns are given ready to use. */
public interface QueryDialect {

    /** A column of the table under its alias. */
    String column(String physicalName);

    /** The key column under the table's alias. */
    String key();

    /** {@code select …} up to the condition: key, components. */
    String selectRecords(TableLayout layout);

    /** {@code select count(*) …} up to the condition. */
    String selectCount(TableLayout layout);

    /** An {@code order by} term in which null comes before every value, or behind all of them if descending. */
    String orderTerm(String column, boolean descending);

    /** An expression in the order of {@link java.util.UUID#compareTo}, for an operand that it names once; null for null. */
    String uuidRank(String operand);

    /** The condition that a column holds a given value, which is not null. */
    Sameness same(String column, ColumnKind kind);

    /**
     * A condition on one value.
     *
     * @param condition its SQL
     * @param binds how often the value is bound
     */
    record Sameness(String condition, int binds) {}

    /** The condition that a column holds null. */
    default String isNull(String column) {
        return column + " is null";
    }

    /** {@code limit ?}. */
    String limit();
}
