package dev.quarry.engine;

import dev.quarry.error.DatabaseBusy;
import dev.quarry.error.DatabaseClosed;
import dev.quarry.error.DatastoreException;
import dev.quarry.error.ReadOnlyDatabase;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A database in a file: one connection that writes, in turn, and a pool of connections that read. */
final class SqliteFile implements Connections {
    private static final int MOST_READERS = Math.max(4, Runtime.getRuntime().availableProcessors() * 2);

    private final SqliteConnector connector;
    private final Settings settings;
    private final Session writer;
    private final ConnectionTurn writing;
    private final Semaphore readers = new Semaphore(MOST_READERS);
    private final Deque<Session> idle = new ArrayDeque<>();
    private volatile boolean closed;

    SqliteFile(SqliteConnector connector, Settings settings) {
        this.connector = connector;
        this.settings = settings;
        this.writing = new ConnectionTurn(settings.timeout(), connector.location());
        this.writer = connector.connect();
    }

    @Override
    public <R> R read(Work<R> work) {
        if (!PatientWait.until(settings.timeout(), nanos -> readers.tryAcquire(nanos, TimeUnit.NANOSECONDS))) {
            throw DatabaseBusy.forWantOfReaders(location());
        }
        try {
            Session session = takeReader();
            try {
                return work.run(session);
            } catch (SQLException e) {
                throw SqliteFailures.translate(e, location());
            } finally {
                giveBack(session);
            }
        } finally {
            readers.release();
        }
    }

    @Override
    public <R> R snapshot(Work<R> work) {
        return read(session -> SqliteWriter.inSnapshot(session, work));
    }

    private Session takeReader() {
        synchronized (idle) {
            requireOpen();
            Session session = idle.pollFirst();
            if (session != null) {
                return session;
            }
        }
        return connector.connect();
    }

    private void giveBack(Session session) {
        synchronized (idle) {
            if (!closed) {
                idle.addFirst(session);
                return;
            }
        }
        close(List.of(session));
    }

    @Override
    public <R> R write(Work<R> work) {
        return writeOne(session -> SqliteWriter.inTransaction(session, work));
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
        if (settings.readOnly()) {
            throw new ReadOnlyDatabase(location());
        }
        writing.take();
        try {
            return work.run(writer);
        } catch (SQLException e) {
            throw SqliteFailures.translate(e, location());
        } finally {
            writing.giveBack();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new DatabaseClosed(location());
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

    /** Waits for the writer; readers at work close their connections when they are done. */
    @Override
    public void close() {
        writing.close(() -> {
            synchronized (idle) {
                closed = true;
                List<Session> all = new ArrayList<>(idle);
                all.add(writer);
                idle.clear();
                close(all);
            }
        });
    }

    /** One that cannot be closed does not keep the others open. */
    private void close(List<Session> sessions) {
        @Nullable SQLException first = null;
        for (Session session : sessions) {
            try {
                session.close();
            } catch (SQLException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw SqliteFailures.translate(first, location());
        }
    }
}
