package dev.quarry.engine;

import dev.quarry.error.CannotOpen;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries on a server what Quarry relies on, in tables named {@code quarry_probe…} of the schema that is first on the search path, and
 * removes them. It tells what a server does when it is alone and well; what holds when servers fail, only tests of that tell.
 */
public final class CapabilityProbe {
    private static final int PATIENCE_MILLIS = 10_000;

    private CapabilityProbe() {}

    /** A way to find something out. */
    @FunctionalInterface
    interface Trial {
        /** What the server did instead of what it should; empty if it did that. */
        Optional<String> run(Probing server) throws SQLException;
    }

    /** A trial and what it is about. */
    record Probe(String subject, Optional<Capability> capability, Trial trial) {}

    /** Opens connections to the server that is tried. */
    @FunctionalInterface
    interface Probing {
        Connection connect() throws SQLException;
    }

    /**
     * Tries everything.
     *
     * @param url names a PostgreSQL database, or another that speaks its language
     * @throws CannotOpen if there is none
     */
    public static List<ProbeResult> run(String url) {
        Probing server = () -> patient(DriverManager.getConnection(url));
        try (Connection connection = server.connect()) {
            List<ProbeResult> results = new ArrayList<>();
            for (Probe probe : PostgresProbes.all()) {
                PostgresProbes.clear(connection);
                results.add(new ProbeResult(probe.subject(), probe.capability(), failure(probe, server)));
            }
            PostgresProbes.clear(connection);
            return results;
        } catch (SQLException e) {
            throw new CannotOpen(PostgresPool.withoutSecrets(url), String.valueOf(e.getMessage()), e);
        }
    }

    /** One thread holds several transactions: where they wait for each other none of them goes on. */
    private static Connection patient(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = " + PATIENCE_MILLIS);
        }
        return connection;
    }

    private static Optional<String> failure(Probe probe, Probing server) {
        try {
            return probe.trial().run(server);
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
