package dev.quarry.engine;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What writes records to one table, and keeps its unique rules. Immutable and thread-safe. */
public interface TableWrites {

    /** Writes a record, new or not, and counts its version up; how many rows that were. The row is key, components. */
    int upsert(Session session, @Nullable Object[] row) throws SQLException;

    /** The same for several records at once; a failure does not say which of them it was. */
    void upsertAll(Session session, List<@Nullable Object[]> rows) throws SQLException;

    /** Writes a record that must be new; how many rows that were. The row is key, components. */
    int insert(Session session, @Nullable Object[] row) throws SQLException;

    /** Deletes the records whose keys are in a JSON array; how many they were. */
    int delete(Session session, String keys) throws SQLException;

    /** Deletes every record; how many they were. */
    int deleteAll(Session session) throws SQLException;
}
