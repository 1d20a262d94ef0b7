package dev.quarry.engine;

import java.sql.SQLException;

/** How a program may write to one table. Thread-safe. */
public interface WriteAccess {

    /** Whether each write is a single statement, which is a transaction by itself; else it needs one around it. */
    boolean isDirect();

    /**
     * Lets a transaction write to the table, as soon as no change keeps it from that: the first thing that it does there. Fails as
     * a write does if the table is gone.
     *
     * @return what writes, until the transaction ends
     */
    TableWrites admit(Session session) throws SQLException;
}
