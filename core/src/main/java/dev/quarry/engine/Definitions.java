package dev.quarry.engine;

import java.sql.SQLException;

/**
 * How the tables, indexes, triggers and functions of one change come to be and go. Used by one thread, inside one
 * {@link Connections#change}.
 */
interface Definitions {

    /** In the transaction of the change, as any other statement. */
    Definitions INSIDE = new Definitions() {
        @Override
        public void define(Session session, String statement, String... undo) throws SQLException {
            session.executeOnce(statement);
        }

        @Override
        public void afterwards(Session session, String statement) throws SQLException {
            session.executeOnce(statement);
        }

        @Override
        public Session filling(Session session) {
            return session;
        }

        @Override
        public void filled() {}
    };

    /**
     * Makes something.
     *
     * @param undo what takes it back if the change is not committed; harmless if there is nothing to take back
     */
    void define(Session session, String statement, String... undo) throws SQLException;

    /** Does away with something that the change leaves behind; harmless if it is gone. It may be there until the change is committed. */
    void afterwards(Session session, String statement) throws SQLException;

    /** What writes rows into tables that the change itself has made. */
    Session filling(Session session) throws SQLException;

    /** Lets the rest of the change see those rows. */
    void filled() throws SQLException;
}
