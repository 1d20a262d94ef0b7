package dev.quarry.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The marks of one program that nobody uses at the moment. Thread-safe. */
final class CommitMarks {
    private final Deque<CommitMark> free = new ConcurrentLinkedDeque<>();

    /** A mark for one piece of work, which gives it back. */
    CommitMark take() {
        CommitMark unused = free.poll();
        return unused == null ? new CommitMark() : unused;
    }

    /** One that was asked for is left alone, and deleted when it is old. */
    void giveBack(CommitMark mark) {
        if (!mark.isAskedFor()) {
            free.push(mark);
        }
    }

    /** Whether any has left a row. */
    boolean isEmpty() {
        return free.stream().noneMatch(CommitMark::isRegistered);
    }

    /** Deletes the rows of those that have been given back. */
    void delete(Connection connection) throws SQLException {
        List<String> slots = free.stream().map(CommitMark::slot).toList();
        try (PreparedStatement statement =
                connection.prepareStatement("delete from quarry_commit where slot = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", slots.toArray()));
            statement.executeUpdate();
        }
    }
}
