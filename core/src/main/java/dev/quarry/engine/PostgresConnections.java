package dev.quarry.engine;

import dev.quarry.error.DatabaseClosed;
import dev.quarry.error.DatabaseFailed;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.OutcomeUnknown;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;

/**
 * Connections to a PostgreSQL database, each taken from a pool for one piece of work. Work that reads is done again where its
 * connection is lost; a transaction is done again where it is lost before it was committed, or another one got in its way.
 */
final class PostgresConnections implements Connections {
    private static final ValueBinder BINDER = new PostgresBinder();

    private final DataSource source;
    private final Runnable closeSource;
    private final String location;
    private final Settings settings;
    private final PostgresChange change;
    private final PreparedCount prepared = new PreparedCount();
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private final Retries retries;
    private final Queue<CommitMark> marks = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    PostgresConnections(
            DataSource source, Runnable closeSource, String location, Settings settings, Capabilities capabilities) {
        this.source = source;
        this.closeSource = closeSource;
        this.location = location;
        this.settings = settings;
        this.retries = new Retries(settings.timeout());
        this.change = PostgresChange.of(capabilities, source, settings, () -> session(source.getConnection()));
    }

    @Override
    public <R> R read(Work<R> work) {
        return whileOpen(() -> retries.statement(() -> {
            try (Connection connection = source.getConnection()) {
                return work.run(session(connection));
            }
        }));
    }

    @Override
    public <R> R snapshot(Work<R> work) {
        return whileOpen(() -> retries.statement(() -> committed(PostgresTransaction.SNAPSHOT, work)));
    }

    @Override
    public <R> R write(Work<R> work) {
        requireWritable();
        return whileOpen(() -> retries.transaction(() -> committed(PostgresTransaction.WRITE, work)));
    }

    @Override
    public <R> R transaction(Work<R> work) {
        requireWritable();
        return whileOpen(() -> retries.transaction(() -> committed(PostgresTransaction.SERIALIZABLE, work)));
    }

    @Override
    public <R> R change(Work<R> work) {
        requireWritable();
        PostgresChange.Transactions transactions = new PostgresChange.Transactions() {
            @Override
            public <S> S run(Definitions definitions, Work<S> inside) throws SQLException {
                return committed(PostgresTransaction.CHANGE, definitions, inside);
            }
        };
        return whileOpen(() -> retries.transaction(() -> change.run(transactions, work)));
    }

    private <R> R committed(PostgresTransaction transaction, Work<R> work) throws SQLException {
        return committed(transaction, Definitions.INSIDE, work);
    }

    private <R> R committed(PostgresTransaction transaction, Definitions definitions, Work<R> work)
            throws SQLException {
        CommitMark unused = marks.poll();
        CommitMark mark = unused == null ? new CommitMark() : unused;
        try (Connection connection = source.getConnection()) {
            return transaction.run(session(connection, definitions), mark, this::hasCommitted, work);
        } finally {
            marks.add(mark);
        }
    }

    private boolean hasCommitted(CommitMark mark) {
        try {
            return new Retries(settings.timeout()).statement(() -> {
                try (Connection connection = source.getConnection()) {
                    return mark.isCommitted(connection);
                }
            });
        } catch (SQLException e) {
            throw new OutcomeUnknown(location, e);
        }
    }

    /** A lost connection leaves open whether a single statement was done: it may be done twice only if its caller says so. */
    @Override
    public <R> R writeOne(Work<R> work) {
        requireWritable();
        return whileOpen(() -> retries.statement(() -> {
            try (Connection connection = source.getConnection()) {
                try {
                    return work.run(session(connection));
                } catch (SQLException e) {
                    if (PostgresFailures.isConnectionLost(e)) {
                        throw new OutcomeUnknown(location, e);
                    }
                    throw e;
                }
            }
        }));
    }

    private void requireWritable() {
        if (settings.readOnly()) {
            throw DatabaseFailed.becauseReadOnly(location);
        }
    }

    private Session session(Connection connection) {
        return session(connection, Definitions.INSIDE);
    }

    private Session session(Connection connection, Definitions definitions) {
        return new Session(connection, prepared::addKept, BINDER, definitions);
    }

    private <R> R whileOpen(Retries.Attempt<R> attempt) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new DatabaseClosed(location);
            }
            return attempt.run();
        } catch (SQLException e) {
            throw PostgresFailures.translate(e, location);
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public boolean undoes(SQLException failure) {
        return PostgresFailures.isConflict(failure) || PostgresFailures.isConnectionLost(failure);
    }

    @Override
    public DatastoreException failure(SQLException failure) {
        return PostgresFailures.translate(failure, location);
    }

    @Override
    public long preparedStatements() {
        return prepared.sum();
    }

    @Override
    public String location() {
        return location;
    }

    /** Waits for what is under way in other threads. */
    @Override
    public void close() {
        boolean underWayHere = open.getReadHoldCount() > 0;
        if (!underWayHere) {
            open.writeLock().lock();
        }
        try {
            if (!closed) {
                closed = true;
                closeSource.run();
            }
        } finally {
            if (!underWayHere) {
                open.writeLock().unlock();
            }
        }
    }
}
