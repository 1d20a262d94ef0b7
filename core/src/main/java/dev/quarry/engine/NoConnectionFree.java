package dev.quarry.engine;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** A pool had no connection to give, whatever it says of that itself. */
final class NoConnectionFree extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1L;

    NoConnectionFree(SQLException said) {
        super(said.getMessage(), said);
    }
}
