package dev.quarry.engine;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's failures, told apart by their SQLSTATE, and in Quarry's words. */
final class PostgresFailures {
    static final String UNIQUE_VIOLATION = "23505";
    static final String UNDEFINED_TABLE = "42P01";
    static final String DUPLICATE_TABLE = "42P07";
    static final String DUPLICATE_OBJECT = "42710";
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String SERIALIZATION_FAILURE = "40001";

    /** A transaction that another one got in the way of: serialization failure, deadlock. */
    private static final Set<String> CONFLICTS = Set.of(SERIALIZATION_FAILURE, "40P01");

    /** A lock was waited for in vain; a statement was cancelled for taking too long. */
    private static final Set<String> WAITED = Set.of(LOCK_NOT_AVAILABLE, "57014");

    /**
     * The server goes, is gone or is not there yet; it has ended a session that was idle, or in a transaction, for too long; or, of
     * several servers, one is gone and the others do not know what became of the statement.
     */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "40003");

    private PostgresFailures() {}

    /** Whether the same work may well succeed if it is done again from its beginning. */
    static boolean isConflict(SQLException e) {
        return CONFLICTS.contains(state(e));
    }

    /** Whether the connection is gone, and with it what it had not committed, and whoever was committing has to ask. */
    static boolean isConnectionLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || GONE.contains(state) || e instanceof SQLTransientConnectionException;
    }

    /** Whether something was waited for in vain. */
    static boolean isBusy(SQLException e) {
        return isBusy(state(e));
    }

    static boolean isBusy(String state) {
        return CONFLICTS.contains(state) || WAITED.contains(state);
    }

    static DatastoreException translate(SQLException e, String location) {
        if (isBusy(e)) {
            return new DatabaseBusy(location, e);
        }
        return new DatabaseFailed(location, String.valueOf(e.getMessage()), e);
    }

    static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
