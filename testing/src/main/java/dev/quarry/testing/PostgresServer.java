package dev.quarry.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL server that tests run on: the one that the system property {@code quarry.url} names, or else one of the tests'
 * own, which is started when it is first asked for and stopped with the JVM. Thread-safe.
 *
 * <p>The tests' own keeps nothing safe: what it writes need not survive a power cut, so it does not wait for the disk.
 */
public final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

    /**
     * The URL of a new, empty schema, which is as good as a database and made much faster. What the system property
     * {@code quarry.without} lists is declared to be missing there.
     */
    public static String newDatabase() {
        String name = newName("quarry_");
        Holder.SERVER.create(name);
        String without = System.getProperty("quarry.without", "");
        if (!without.isEmpty()) {
            MinimalSchema.declare(name, without).forEach(Holder.SERVER::execute);
        }
        return url(Holder.SERVER, name);
    }

    /**
     * The same on the tests' own server, whatever the system properties say: for tests of what is declared, of settings that take
     * rights, and of what only PostgreSQL itself has to do.
     */
    public static String newOwnDatabase() {
        String name = newName("quarry_");
        OwnHolder.SERVER.create(name);
        return url(OwnHolder.SERVER, name);
    }

    /** A schema on the tests' own server that lacks and refuses what {@link MinimalSchema} lists. */
    public static String newMinimalDatabase() {
        String name = newName(MinimalSchema.PREFIX);
        OwnHolder.SERVER.create(name);
        MinimalSchema.declare(name, MinimalSchema.WITHOUT).forEach(OwnHolder.SERVER::execute);
        return url(OwnHolder.SERVER, MinimalSchema.shadowing(name));
    }

    private static String newName(String prefix) {
        return prefix + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    }

    private static String url(Server server, String searchPath) {
        String url = server.url();
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + searchPath;
    }

    /** A server, whoever started it. */
    private interface Server {
        String url();

        default void create(String schema) {
            execute("create schema " + schema);
        }

        default void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    /** Somebody else's, which is left as it was found. */
    private record Given(String url, List<String> schemas) implements Server {
        @Override
        public synchronized void create(String schema) {
            Server.super.create(schema);
            schemas.add(schema);
        }

        synchronized void clear() {
            schemas.forEach(schema -> execute("drop schema " + schema + " cascade"));
        }
    }

    private record Own(String url) implements Server {}

    private static final class Holder {
        static final Server SERVER = given().isEmpty() ? OwnHolder.SERVER : find(given());

        private static String given() {
            return System.getProperty("quarry.url", "");
        }

        private static Server find(String url) {
            Given server = new Given(url, new ArrayList<>());
            Runtime.getRuntime().addShutdownHook(new Thread(server::clear));
            return server;
        }
    }

    private static final class OwnHolder {
        static final Server SERVER = start();

        private static Server start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                Own own = new Own(server.getJdbcUrl("postgres", "postgres"));
                MinimalSchema.refusals().forEach(own::execute);
                return own;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not stop", e);
            }
        }
    }
}
