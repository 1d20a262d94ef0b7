package dev.quarry.plan;

/** Gives the SQL of a column of the store at hand, qualified by the table's alias, for a template's column token. */
@FunctionalInterface
public interface ColumnResolver {

    /**
     * The column.
     *
     * @param token a component's path, {@code name.common}, with {@code #nano} or {@code #present} behind it for the further
     *     columns of a value that takes several
     */
    String column(String token);
}
