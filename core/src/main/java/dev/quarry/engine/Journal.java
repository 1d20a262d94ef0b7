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
 * program killed, the journal holds exactly what is left to be done. Used by one thread; what a change has written there whose turn
 * it is by now is left to it.
 */
final class Journal implements Definitions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final String INSERT = "insert into quarry_journal (owner, id, statement) values (?, ?, ?)";
    private static final String DELETE = "delete from quarry_journal where owner = ? and id = ?";
    private static final String OWN = "select owner, id, statement from quarry_journal where owner = ? order by id";
    private static final String LEFT = "select owner, id, statement from quarry_journal where owner not in"
            + " (select owner from quarry_lease where owner <> ?) order by owner, id";

    private final Lease.Turn turn;
    private final String owner;
    private final Connection connection;
    private final Session beside;

    /** What undoes has numbers below zero, so that what was made last is taken back first. */
    private long undoes;

    private long rest;

    /**
     * A journal for one change.
     *
     * @param turn the turn in which it is made
     * @param beside a session of its own, in which each statement is a transaction; closed with the journal
     */
    Journal(Lease.Turn turn, Session beside) {
        this.turn = turn;
        this.owner = turn.owner();
        this.connection = beside.connection();
        this.beside = beside;
    }

    /**
     * Does what earlier changes have left to be done. A table that one of them has left behind, and that somebody still reads, waits
     * for the next change; a table that one of them has made and not committed would be in the way of this one.
     */
    void settleEarlier() throws SQLException {
        for (Entry entry : entries(LEFT)) {
            try {
                settle(entry);
            } catch (SQLException e) {
                if (entry.takesBack() || !PostgresFailures.isBusy(e)) {
                    throw e;
                }
                LOG.info("a table that a change has left behind is still in use and stays: {}", entry.statement());
            }
        }
    }

    /** While it is done the turn stays: whoever took it over might have made a table of the same name. */
    private void settle(Entry entry) throws SQLException {
        turn.holding(() -> {
            run(entry.statement());
            beside.execute(DELETE, entry.owner(), entry.id());
        });
    }

    /** Does what this change has left to be done; what cannot be done now waits for the next one. */
    void settleOwn() {
        try {
            rollBack();
            for (Entry entry : entries(OWN)) {
                settle(entry);
            }
        } catch (SQLException e) {
            LOG.warn("a change of tables has left something to be done, which the next one will do", e);
        }
    }

    private record Entry(String owner, long id, String statement) {
        /** Whether it undoes what was not committed. */
        boolean takesBack() {
            return id < 0;
        }
    }

    private List<Entry> entries(String which) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(which)) {
            select.setString(1, owner);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return entries;
    }

    @Override
    public void define(Session session, String statement, String... undo) throws SQLException {
        filled();
        for (String step : undo) {
            undoes--;
            beside.execute(INSERT, owner, undoes, step);
            session.execute(DELETE, owner, undoes);
        }
        run(statement);
    }

    @Override
    public void afterwards(Session session, String statement) throws SQLException {
        rest++;
        session.execute(INSERT, owner, rest, statement);
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
