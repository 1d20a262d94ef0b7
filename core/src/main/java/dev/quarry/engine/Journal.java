package dev.quarry.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of a change, each made in a transaction of its own beside that of the change. What takes them back is written to
 * {@code quarry_journal} before they are made, and the change deletes it from there in its own transaction; what drops the tables
 * that the change leaves behind is written there by that transaction. So once a change has been committed, or undone, or its
 * program killed, the journal holds exactly what is left to be done. Used by one thread, while no other change goes on.
 */
final class Journal implements Definitions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final String INSERT = "insert into quarry_journal (id, statement) values (?, ?)";
    private static final String DELETE = "delete from quarry_journal where id = ?";

    private final Connection connection;
    private final Session beside;

    /** What undoes has numbers below zero, so that what was made last is taken back first. */
    private long undoes;

    private long rest;

    /**
     * A journal for one change.
     *
     * @param beside a session of its own, in which each statement is a transaction; closed with the journal
     */
    Journal(Session beside) {
        this.connection = beside.connection();
        this.beside = beside;
    }

    /** Does what earlier changes have left to be done. */
    void settle() throws SQLException {
        rollBack();
        for (Entry entry : entries()) {
            run(entry.statement());
            beside.execute(DELETE, entry.id());
        }
    }

    /** The same, where what cannot be done now may wait for the next change. */
    void settleIfPossible() {
        try {
            settle();
        } catch (SQLException e) {
            LOG.warn("a change of tables has left something to be done, which the next one will do", e);
        }
    }

    private record Entry(long id, String statement) {}

    private List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select id, statement from quarry_journal order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(new Entry(rows.getLong(1), rows.getString(2)));
            }
        }
        return entries;
    }

    @Override
    public void define(Session session, String statement, String... undo) throws SQLException {
        filled();
        for (String step : undo) {
            undoes--;
            beside.execute(INSERT, undoes, step);
            session.execute(DELETE, undoes);
        }
        run(statement);
    }

    @Override
    public void afterwards(Session session, String statement) throws SQLException {
        rest++;
        session.execute(INSERT, rest, statement);
    }

    private void run(String statement) throws SQLException {
        try (Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    /** Rows that nobody sees before the change is committed, in one transaction until somebody has to see them. */
    @Override
    public Session filling(Session session) throws SQLException {
        connection.setAutoCommit(false);
        return beside;
    }

    @Override
    public void filled() throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            rollBack();
        }
    }

    private void rollBack() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
