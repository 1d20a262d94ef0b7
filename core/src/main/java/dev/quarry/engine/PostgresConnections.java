package dev.quarry.engine;

import dev.quarry.error.DatabaseClosed;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.InvalidUse;
import dev.quarry.error.ReadOnlyDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a PostgreSQL database, each taken from a pool for one piece of work. Work that reads is done again where its
 * connection is lost; what writes is done again where it is lost before it was committed, or another one got in its way.
 */
final class PostgresConnections implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresConnections.class);

    private static final long CLOSING_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final ValueBinder BINDER = new PostgresBinder();

    private final PostgresSource source;
    private final Runnable closeSource;
    private final String location;
    private final Settings settings;
    private final PostgresChange change;
    private final PreparedCount prepared = new PreparedCount();
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private final Retries retries;
    private final CommitMarks marks = new CommitMarks();
    private final CommitInquiry inquiry;
    private final MarkedStatements statements;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean closed;

    PostgresConnections(
            PostgresSource source,
            Runnable closeSource,
            String location,
            Settings settings,
            Capabilities capabilities) {
        this.source = source;
        this.closeSource = closeSource;
        this.location = location;
        this.settings = settings;
        this.retries = new Retries(settings.timeout());
        this.change = PostgresChange.of(capabilities, source, settings, () -> session(source.take()));
        this.inquiry = new CommitInquiry(source, settings, location);
        this.statements = new MarkedStatements(inquiry);
    }

    @Override
    public <R> R read(Work<R> work) {
        return whileOpen(() -> retries.statement(() -> {
            try (Connection connection = source.take()) {
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
        return marked((connection, mark) -> {
            transaction.prepare(connection, mark);
            return transaction.run(session(connection).defining(definitions), mark, inquiry, work);
        });
    }

    @Override
    public <R> R writeOne(Work<R> work) {
        requireWritable();
        return whileOpen(() -> retries.statement(() -> marked((connection, mark) -> {
            mark.register(connection);
            return work.run(session(connection)
                    .executing((session, sql, values) -> statements.execute(session, mark, sql, values)));
        })));
    }

    /** What is done with a connection and a mark. */
    @FunctionalInterface
    private interface Marked<R> {
        R run(Connection connection, CommitMark mark) throws SQLException;
    }

    private <R> R marked(Marked<R> work) throws SQLException {
        CommitMark mark = marks.take();
        try (Connection connection = source.take()) {
            return work.run(connection, mark);
        } finally {
            marks.giveBack(mark);
        }
    }

    private void requireWritable() {
        if (settings.readOnly()) {
            throw new ReadOnlyDatabase(location);
        }
    }

    private Session session(Connection connection) {
        return new Session(connection, prepared::addKept, BINDER);
    }

    private <R> R whileOpen(Retries.Attempt<R> attempt) {
        open.readLock().lock();
        try {
            if (closed || closing.get() && open.getReadHoldCount() == 1) {
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

    /**
     * Waits for what is under way in other threads, while nothing new is begun. It does not stand in the lock's queue, since what is
     * under way may wait for a thread that would stand behind it.
     */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        boolean underWayHere = open.getReadHoldCount() > 0;
        while (!underWayHere && !open.writeLock().tryLock()) {
            PatientWait.pause(CLOSING_PAUSE_NANOS);
        }
        try {
            closed = true;
            deleteMarks();
            closeSource.run();
        } finally {
            if (!underWayHere) {
                open.writeLock().unlock();
            }
        }
    }

    /** Where they cannot be deleted others will do it when they are old. */
    private void deleteMarks() {
        if (marks.isEmpty()) {
            return;
        }
        try (Connection connection = source.take()) {
            marks.delete(connection);
        } catch (SQLException | InvalidUse e) {
            LOG.debug("The marks of commits stay in {}", location, e);
        }
    }
}
