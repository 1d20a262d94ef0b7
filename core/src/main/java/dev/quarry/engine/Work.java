package dev.quarry.engine;

import java.sql.SQLException;

/** What is done with a session. */
@FunctionalInterface
public interface Work<R> {
    /** Does it; the session must not be kept. */
    R run(Session session) throws SQLException;
}
