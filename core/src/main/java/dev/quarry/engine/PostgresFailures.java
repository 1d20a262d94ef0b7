package dev.quarry.engine;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import java.sql.SQLException;
import java.util.Map;
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

    /** The server, or what it lets the role or the database have, is full; said only to who wants to connect. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** A statement took longer than the server lets it, or somebody ended it there. */
    private static final String CANCELLED = "57014";

    /** A lock was waited for in vain, or whatever it was that a statement did for too long. */
    private static final Set<String> WAITED = Set.of(LOCK_NOT_AVAILABLE, CANCELLED);

    /** What to do about what the server's administrator has in hand. */
    private static final Map<String, String> ADVICE = Map.of(
            CANCELLED,
            "the server ended the statement: give the role a longer statement_timeout",
            "42501",
            "grant the role what it needs: a program that opens a store first makes tables in the schema, one whose record changes"
                    + " the store owns its table, and every one that writes needs select, insert, update and delete on quarry_commit"
                    + " besides the store's table; docs/engines.md lists all",
            "25006",
            "the server, or the role, only reads: open the database with readOnly(), or use the primary",
            "54000",
            "a row has room for some 8,000 bytes, where a number takes 8 and a long text or a collection 18, and an index for"
                    + " some 2,700: keep some components in a Map or a List, and index what is shorter",
            "54011",
            "a table has at most 1,600 columns, and an index 32: keep some components in a Map or a List, and index fewer",
            TOO_MANY_CONNECTIONS,
            "the server has no connection left: let its programs use fewer, or raise its max_connections");

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
        return state.startsWith("08") || GONE.contains(state) || isNoneFree(e);
    }

    /** Whether a pool had no connection free. */
    static boolean isNoneFree(SQLException e) {
        return e instanceof NoConnectionFree;
    }

    /** Whether there was no connection to do anything on, neither in the pool nor at the server: nothing has been begun. */
    static boolean isWithoutConnection(SQLException e) {
        return isNoneFree(e) || state(e).equals(TOO_MANY_CONNECTIONS);
    }

    /**
     * What a pool threw instead of giving a connection, told apart. One that could not make another says what it met with, by itself
     * or in a cause, and that has a state; of all its own reasons, which no standard names, it is taken that none was free.
     */
    static SQLException ofPool(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException met && !state(met).isEmpty()) {
                return met == e ? e : new SQLException(met.getMessage(), state(met), e);
            }
        }
        return new NoConnectionFree(e);
    }

    /** Whether something was waited for in vain. */
    static boolean isBusy(SQLException e) {
        return isBusy(state(e));
    }

    static boolean isBusy(String state) {
        return CONFLICTS.contains(state) || WAITED.contains(state);
    }

    static DatastoreException translate(SQLException e, String location) {
        if (isNoneFree(e)) {
            return DatabaseBusy.forWantOfConnections(location, e);
        }
        if (isBusy(e) && !state(e).equals(CANCELLED)) {
            return new DatabaseBusy(location, e);
        }
        String advice = ADVICE.get(state(e));
        return new DatabaseFailed(location, e.getMessage() + (advice == null ? "" : "; " + advice), e);
    }

    static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
