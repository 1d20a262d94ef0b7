package dev.quarry.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A row of the database in which a transaction leaves a number of its own, so that after a lost connection it can be found out
 * whether it was committed. The number of the transaction itself would not do: a server that comes back after a crash, or another
 * one that takes its place, gives the numbers of lost transactions to new ones. One transaction uses it at a time.
 */
final class CommitMark {
    private static final String LEAVE = "insert into quarry_commit as c (slot, number) values (?, ?)"
            + " on conflict (slot) do update set number = excluded.number";

    /** It writes, too, so that it waits for a transaction that is still at it. */
    private static final String READ = "insert into quarry_commit as c (slot, number) values (?, 0)"
            + " on conflict (slot) do update set number = c.number returning number";

    private final String slot = UUID.randomUUID().toString();
    private long number;

    /** Leaves the next number, as the last thing before the commit. */
    void leave(Session session) throws SQLException {
        number++;
        session.execute(LEAVE, slot, number);
    }

    /** Whether the transaction that left the last number was committed; asked on another connection. */
    boolean isCommitted(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, slot);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) == number;
            }
        }
    }
}
