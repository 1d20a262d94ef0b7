package dev.quarry.engine;

import dev.quarry.error.DatabaseClosed;
import dev.quarry.error.DatastoreException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** A database in memory: it is its only connection, which all threads share in turn. */
final class SqliteMemory implements Connections {
    private final SqliteConnector connector;
    private final Session session;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closed;

    SqliteMemory(SqliteConnector connector) {
        this.connector = connector;
        this.session = connector.connect();
    }

    @Override
    public <R> R read(Work<R> work) {
        return writeOne(work);
    }

    /** Nobody writes while this one works. */
    @Override
    public <R> R snapshot(Work<R> work) {
        return writeOne(work);
    }

    @Override
    public <R> R write(Work<R> work) {
        return writeOne(mine -> SqliteWriter.inTransaction(mine, work));
    }

    /** There is only one writer, and so there is for the next. */
    @Override
    public <R> R transaction(Work<R> work) {
        return write(work);
    }

    @Override
    public <R> R change(Work<R> work) {
        return write(work);
    }

    @Override
    public <R> R writeOne(Work<R> work) {
        turn.lock();
        try {
            if (closed) {
                throw new DatabaseClosed(location());
            }
            return work.run(session);
        } catch (SQLException e) {
            throw SqliteFailures.translate(e, location());
        } finally {
            turn.unlock();
        }
    }

    @Override
    public boolean undoes(SQLException failure) {
        return SqliteFailures.endsTransaction(failure);
    }

    @Override
    public DatastoreException failure(SQLException failure) {
        return SqliteFailures.translate(failure, location());
    }

    @Override
    public long preparedStatements() {
        return connector.preparedStatements();
    }

    @Override
    public String location() {
        return connector.location();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (SQLException e) {
            throw SqliteFailures.translate(e, location());
        } finally {
            turn.unlock();
        }
    }
}
