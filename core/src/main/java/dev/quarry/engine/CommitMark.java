package dev.quarry.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the database in which what writes leaves a number of its own, so that after a lost connection it can be found out
 * whether it was committed. The number of the transaction itself would not do: a server that comes back after a crash, or another
 * one that takes its place, gives the numbers of lost transactions to new ones. One transaction uses it at a time.
 */
final class CommitMark {
    /** Longer than any time-out, in which a write may be waited for and asked about. */
    private static final long KEPT_MILLIS = Duration.ofDays(60).toMillis();

    private static final long REGISTERED_MILLIS = Duration.ofDays(1).toMillis();

    private static final String INSERT = "insert into quarry_commit as c (slot, number, changed, used)";

    /** A number that is not above the last one becomes null, which the column refuses: what comes after an inquiry fails. */
    private static final String UPDATE = " on conflict (slot) do update"
            + " set number = case when abs(c.number) < excluded.number then excluded.number end,"
            + " changed = excluded.changed, used = excluded.used";

    private static final String COMMIT = INSERT + " values (?, ?, 0, ?)" + UPDATE + "; commit";

    /** Takes the place of a number that is not there, and waits for a transaction that is still at it. */
    private static final String ASK = INSERT + " values (?, ?, -1, ?) on conflict (slot) do update"
            + " set number = case when c.number = - excluded.number then c.number else excluded.number end,"
            + " used = excluded.used returning number, changed";

    /** Waits for nobody but who does the same: what is in use is not old. */
    private static final String REGISTER = "with old as (delete from quarry_commit where used < ? and slot <> ?) "
            + INSERT + " values (?, 0, 0, ?) on conflict (slot) do update set used = excluded.used";

    private final String slot = UUID.randomUUID().toString();
    private long number;
    private long used;
    private boolean registered;
    private boolean askedFor;

    /** The row's key. */
    String slot() {
        return slot;
    }

    /** Whether the row is known to have been there. */
    boolean isRegistered() {
        return registered;
    }

    /** Whether it was asked what became of a number: what left that may still be on its way, so nothing else may use the row. */
    boolean isAskedFor() {
        return askedFor;
    }

    /**
     * Makes the row before it is needed, so that one that is gone was deleted; also deletes those that nobody uses any more. To be
     * called outside a transaction.
     */
    void register(Connection connection) throws SQLException {
        long now = System.currentTimeMillis();
        if (registered && now - used < REGISTERED_MILLIS) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REGISTER)) {
            statement.setLong(1, now - KEPT_MILLIS);
            statement.setString(2, slot);
            statement.setString(3, slot);
            statement.setLong(4, now);
            statement.executeUpdate();
            used = now;
            registered = true;
        } catch (SQLException e) {
            // whatever else is in the way is in the way of the write, too, which tells it better
            if (PostgresFailures.isConflict(e) || PostgresFailures.isConnectionLost(e)) {
                throw e;
            }
        }
    }

    /** Leaves the next number and commits the transaction, on one way to the server and back. */
    void commit(Session session) throws SQLException {
        next();
        session.execute(COMMIT, slot, number, used);
    }

    /** What {@link #commit} left is there. */
    void committed() {
        registered = true;
    }

    private void next() {
        number++;
        used = System.currentTimeMillis();
    }

    /** A statement that writes, and leaves a number in the same breath; to be run by {@link #execute}. */
    static String marked(String statement) {
        return "with done as (" + statement + " returning 1) " + INSERT + " select ?, ?, count(*), ? from done" + UPDATE
                + " returning changed";
    }

    /**
     * Runs a statement, which leaves the next number.
     *
     * @param marked from {@link #marked}
     * @return the number of rows that it changed
     */
    int execute(Session session, String marked, @Nullable Object... values) throws SQLException {
        next();
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 3);
        all[values.length] = slot;
        all[values.length + 1] = number;
        all[values.length + 2] = used;
        return Math.toIntExact(session.number(marked, all));
    }

    /**
     * What became of the last number; asked on another connection. After that it will not be left any more, however late what was
     * to leave it gets to the server.
     *
     * @return if it was committed, the number of rows that {@link #execute} changed
     * @throws SQLException also if it cannot be known because the row was deleted
     */
    OptionalInt ask(Connection connection) throws SQLException {
        askedFor = true;
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            statement.setString(1, slot);
            statement.setLong(2, -number);
            statement.setLong(3, System.currentTimeMillis());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return outcome(row.getLong(1), row.getInt(2));
            }
        } catch (SQLException e) {
            if (!registered && PostgresFailures.state(e).equals(PostgresFailures.UNDEFINED_TABLE)) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private OptionalInt outcome(long found, int changed) throws SQLException {
        if (found == number) {
            return OptionalInt.of(changed);
        }
        boolean wasGone = changed < 0;
        if (wasGone && registered) {
            throw new SQLException("somebody deleted row " + slot + " of quarry_commit");
        }
        return OptionalInt.empty();
    }
}
