package dev.quarry.engine;

import dev.quarry.error.DatastoreException;
import java.sql.SQLException;

/** A database in memory: it is its only connection, which all threads share in turn, and a transaction has to itself. */
final class SqliteMemory implements Connections {
    private final SqliteConnector connector;
    private final Session session;
    private final ConnectionTurn turn;

    SqliteMemory(SqliteConnector connector, Settings settings) {
        this.connector = connector;
        this.turn = new ConnectionTurn(settings.timeout(), connector.location());
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
        turn.take();
        try {
            return work.run(session);
        } catch (SQLException e) {
            throw SqliteFailures.translate(e, location());
        } finally {
            turn.giveBack();
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
        turn.close(() -> {
            try {
                session.close();
            } catch (SQLException e) {
                throw SqliteFailures.translate(e, location());
            }
        });
    }
}
