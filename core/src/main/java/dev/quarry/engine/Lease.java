package dev.quarry.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turn to change tables, as a row of {@code quarry_lease} that names who has it. Its holder counts the row up while it goes
 * on; who sees the row stand still for three seconds by its own clock takes the turn over. No clock of another machine is asked. A
 * holder that was only held up for long finds that the turn is not its own any more when it wants to commit, and does not. One for
 * each open database, of whose threads one has the turn or asks for it: those that wait hold no connection, since the holder may
 * need it. Thread-safe.
 */
final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String TAKE_FREE = "insert into quarry_lease as l (name, owner, turn) values ('catalog', ?, 1)"
            + " on conflict (name) do update set owner = excluded.owner, turn = l.turn + 1 where l.owner = ''";
    private static final String TAKE_OVER =
            "update quarry_lease set owner = ?, turn = turn + 1" + " where name = 'catalog' and owner = ? and turn = ?";
    private static final String COUNT_UP =
            "update quarry_lease set turn = turn + 1 where name = 'catalog' and owner = ?";
    private static final String GIVE_BACK =
            "update quarry_lease set owner = '', turn = turn + 1 where name = 'catalog' and owner = ?";

    private final PostgresSource source;
    private final Duration timeout;
    private final Semaphore first = new Semaphore(1, true);
    private @Nullable Holder seen;

    Lease(PostgresSource source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
    }

    /** Who has the turn, and since when its count has stood still, by this program's clock. */
    private record Holder(String owner, long turn, long sinceNanos) {
        boolean isSameAs(Holder other) {
            return owner.equals(other.owner) && turn == other.turn;
        }

        boolean isGone(long nowNanos) {
            return nowNanos - sinceNanos > STILL_NANOS;
        }
    }

    /** The turn, as soon as it is free; fails as a lock that was waited for in vain does. */
    Turn take() throws SQLException {
        String owner = UUID.randomUUID().toString();
        long deadline = System.nanoTime() + timeout.toNanos();
        if (!PatientWait.until(timeout, nanos -> first.tryAcquire(nanos, TimeUnit.NANOSECONDS))) {
            throw new SQLException("another thread is changing tables", PostgresFailures.LOCK_NOT_AVAILABLE);
        }
        boolean taken = false;
        try {
            Optional<Connection> connection = attempt(owner);
            while (connection.isEmpty()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new SQLException("another program is changing tables", PostgresFailures.LOCK_NOT_AVAILABLE);
                }
                PatientWait.pause(PAUSE_NANOS);
                connection = attempt(owner);
            }
            taken = true;
            return new Turn(owner, connection.get());
        } finally {
            if (!taken) {
                first.release();
            }
        }
    }

    /** The connection on which the turn was taken, which the turn keeps. */
    private Optional<Connection> attempt(String owner) throws SQLException {
        Connection connection = source.take();
        boolean taken = false;
        try {
            taken = isTaken(connection, owner);
            return taken ? Optional.of(connection) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private boolean isTaken(Connection connection, String owner) throws SQLException {
        if (update(connection, TAKE_FREE, owner) == 1) {
            return true;
        }
        Optional<Holder> gone = find(connection).flatMap(this::watch);
        if (gone.isEmpty()) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            statement.setString(1, owner);
            statement.setString(2, gone.get().owner());
            statement.setLong(3, gone.get().turn());
            boolean taken = statement.executeUpdate() == 1;
            if (taken) {
                LOG.warn(
                        "took over the turn to change tables from a program that has not been heard of for some seconds");
            }
            return taken;
        }
    }

    /** The holder, if it has stood still for too long; remembered from call to call. */
    private synchronized Optional<Holder> watch(Holder now) {
        Holder before = seen;
        if (before == null || !before.isSameAs(now)) {
            seen = now;
            return Optional.empty();
        }
        return before.isGone(now.sinceNanos()) ? Optional.of(before) : Optional.empty();
    }

    private static Optional<Holder> find(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select owner, turn from quarry_lease where name = 'catalog'");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Holder(row.getString(1), row.getLong(2), System.nanoTime()))
                    : Optional.empty();
        }
    }

    private static int update(Connection connection, String sql, String owner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, owner);
            return statement.executeUpdate();
        }
    }

    /** What is done while nobody can take the turn over. */
    @FunctionalInterface
    interface Step {
        /** Does it. */
        void run() throws SQLException;
    }

    /**
     * A turn that this program has; closing it gives it back. It keeps a connection to be counted up on, so that it does not have to
     * wait for one behind those who wait for the change to end.
     */
    final class Turn implements AutoCloseable {
        private final String owner;
        private final Thread beats;
        private @Nullable Connection connection;
        private volatile boolean over;

        private Turn(String owner, Connection connection) {
            this.owner = owner;
            this.connection = connection;
            this.beats = new Thread(this::beatUntilOver, "quarry-lease");
            beats.setDaemon(true);
            beats.start();
        }

        /** Names the turn; no other has the same. */
        String owner() {
            return owner;
        }

        private void beatUntilOver() {
            while (!over) {
                LockSupport.parkNanos(BEAT_NANOS);
                beat();
            }
        }

        /** A beat that fails is not the last one, or else the commit will notice. */
        private synchronized void beat() {
            if (over) {
                return;
            }
            try {
                update(connected(), COUNT_UP, owner);
            } catch (SQLException e) {
                LOG.debug("the turn to change tables was not counted up", e);
                disconnect();
            }
        }

        private Connection connected() throws SQLException {
            Connection known = connection;
            if (known == null) {
                known = source.take();
                connection = known;
            }
            return known;
        }

        private void disconnect() {
            try (Connection lost = connection) {
                connection = null;
            } catch (SQLException e) {
                LOG.debug("a connection was lost before it was closed", e);
            }
        }

        /** Runs a step while nobody can take the turn over, unless somebody has: then it is not run, and the change is done again. */
        synchronized void holding(Step step) throws SQLException {
            Connection holding = connected();
            holding.setAutoCommit(false);
            try {
                requireOwn(update(holding, COUNT_UP, owner));
                step.run();
            } finally {
                release(holding);
            }
        }

        /** Commits; what has been counted up is worth nothing more. */
        private void release(Connection holding) {
            try {
                holding.setAutoCommit(true);
            } catch (SQLException e) {
                LOG.debug("the turn to change tables was let go by the end of its connection", e);
                disconnect();
            }
        }

        /** Makes sure, inside the transaction that is about to be committed, that the turn is still this program's. */
        void confirm(Session session) throws SQLException {
            requireOwn(session.execute(COUNT_UP, owner));
        }

        private static void requireOwn(int counted) throws SQLException {
            if (counted != 1) {
                throw new SQLException(
                        "another program took over the turn to change tables", PostgresFailures.SERIALIZATION_FAILURE);
            }
        }

        /** What is not given back now is taken over later. */
        @Override
        public void close() {
            over = true;
            LockSupport.unpark(beats);
            try {
                giveBack();
            } finally {
                first.release();
            }
        }

        private synchronized void giveBack() {
            try {
                update(connected(), GIVE_BACK, owner);
            } catch (SQLException e) {
                LOG.warn("the turn to change tables was not given back; others have to wait some seconds for it", e);
            } finally {
                disconnect();
            }
        }
    }
}
