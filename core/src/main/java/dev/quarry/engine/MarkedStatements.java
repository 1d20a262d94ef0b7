package dev.quarry.engine;

import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Single statements that write, each of which leaves its mark, and whose result outlives a lost connection. Thread-safe. */
final class MarkedStatements {
    private static final int MOST_KEPT_TEXTS = 10_000;

    private final CommitInquiry inquiry;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    MarkedStatements(CommitInquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Runs a statement; the number of rows that it changed. One whose connection was lost has done nothing where it throws that. */
    int execute(Session session, CommitMark mark, String sql, @Nullable Object... values) throws SQLException {
        try {
            return mark.execute(session, marked(sql), values);
        } catch (SQLException e) {
            if (!PostgresFailures.isConnectionLost(e)) {
                throw e;
            }
            OptionalInt changed = inquiry.ask(mark, session.connection(), e);
            return changed.orElseThrow(() -> e);
        }
    }

    private String marked(String sql) {
        if (texts.size() >= MOST_KEPT_TEXTS) {
            texts.clear();
        }
        return texts.computeIfAbsent(sql, CommitMark::marked);
    }
}
