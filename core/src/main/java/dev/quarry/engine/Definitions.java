package dev.quarry.engine;

import java.sql.SQLException;

/**
 * How the tables, indexes, triggers and functions of one change come to be and go: in the transaction of the change, unless it is
 * said otherwise. Used by one thread, inside one {@link Connections#change}.
 */
@FunctionalInterface
interface Definitions {

    /** As any other statement of the transaction. */
    Definitions INSIDE = (session, statement, undo) -> session.executeOnce(statement);

    /**
     * Makes something. If it throws, the change can go on.
     *
     * @param undo what takes it back if the change is not committed; harmless if there is nothing to take back
     */
    void define(Session session, String statement, String... undo) throws SQLException;

    /** Does away with something that the change leaves behind; harmless if it is gone. It may be there until the change is committed. */
    default void afterwards(Session session, String statement) throws SQLException {
        session.executeOnce(statement);
    }

    /** What writes rows into tables that the change itself has made. */
    default Session filling(Session session) throws SQLException {
        return session;
    }

    /** Lets the rest of the change see those rows. */
    default void filled() throws SQLException {}
}
