package dev.quarry.engine;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * What changes a table that holds rows and is in use: programs that have prepared statements of it go on, and neither read nor
 * write anything else than before. Runs inside the caller's transaction.
 */
public interface TableChanges {

    /** Creates an empty table. */
    void create(Session session, TableLayout layout) throws SQLException;

    /** Drops a table with its indexes. */
    void drop(Session session, String table) throws SQLException;

    /** Keeps everybody else from writing to the table, but not from reading it, until the transaction ends. */
    void lockForReading(Session session, String table) throws SQLException;

    /** Keeps everybody else from writing to the table, and may keep them from reading it, until the transaction ends. */
    void lock(Session session, String table) throws SQLException;

    /** Adds a column; rows that are there get its fallback. */
    void addColumn(Session session, String table, Column column) throws SQLException;

    /** Lets a column be NULL. */
    void allowNull(Session session, String table, Column column) throws SQLException;

    /** Writes a value into the rows in which a flag is 1. */
    void fill(Session session, String table, String column, String flag, Object value) throws SQLException;

    /**
     * Keeps a column in step with the flag of the record that it belongs to, whoever writes the row: NULL where the flag is not
     * 1, and, if a value is given, that value instead of NULL where it is. A rule for the column that is there already is
     * replaced. Needs {@link Capability#TRIGGERS}.
     */
    void keepInStep(Session session, String table, String column, String flag, Optional<Object> value)
            throws SQLException;

    /**
     * Copies all rows, keys and versions into another table.
     *
     * @param columns for each column of the new table, that of the old one; a whole number becomes a double where the column
     *     holds doubles
     */
    void copy(Session session, String from, TableLayout to, Map<String, String> columns) throws SQLException;
}
