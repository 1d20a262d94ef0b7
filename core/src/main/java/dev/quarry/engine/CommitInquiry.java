package dev.quarry.engine;

import dev.quarry.error.OutcomeUnknown;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Finds out what became of a write whose connection was lost before the answer came. Thread-safe. */
final class CommitInquiry {
    private final PostgresSource source;
    private final Settings settings;
    private final String location;

    CommitInquiry(PostgresSource source, Settings settings, String location) {
        this.source = source;
        this.settings = settings;
        this.location = location;
    }

    /**
     * Asks the server, until the time-out is over.
     *
     * @param lost the connection, whose place the pool gets back first: it may have no other
     * @return if it was committed, the number of rows that a single statement changed
     * @throws OutcomeUnknown if the server does not say
     */
    OptionalInt ask(CommitMark mark, Connection lost, SQLException failure) {
        try {
            lost.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        try {
            return new Retries(settings.timeout()).statement(() -> {
                try (Connection connection = source.take()) {
                    return mark.ask(connection);
                }
            });
        } catch (SQLException e) {
            e.addSuppressed(failure);
            throw new OutcomeUnknown(location, e);
        }
    }
}
